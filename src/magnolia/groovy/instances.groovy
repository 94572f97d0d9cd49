/*
 * Makes all that the module's apps and dialogs name: each class through Magnolia's own component provider, in the sub-app or
 * dialog in which it is used, with the definitions around it.
 *
 * Gives a line for each that was made, and for each that was not one that says why.
 */
import com.vaadin.data.ErrorMessageProvider
import com.vaadin.data.HasDataProvider
import com.vaadin.data.HasFilterableDataProvider
import com.vaadin.data.provider.HierarchicalQuery
import com.vaadin.data.provider.Query
import com.vaadin.ui.Button
import com.vaadin.ui.Grid
import com.vaadin.ui.TreeGrid
import info.magnolia.config.NamedDefinition
import info.magnolia.config.registry.RegistryFacade
import info.magnolia.i18nsystem.I18nizer
import info.magnolia.objectfactory.Components
import info.magnolia.ui.CloseHandler
import info.magnolia.ui.UIComponent
import info.magnolia.ui.api.availability.AvailabilityDefinition
import info.magnolia.ui.contentapp.browser.ContentViews
import info.magnolia.ui.datasource.DatasourceDefinition
import info.magnolia.ui.dialog.FormDialogDefinition
import info.magnolia.ui.editor.ComplexPropertyDefinition
import info.magnolia.ui.field.FieldValidatorDefinition
import info.magnolia.ui.framework.overlay.ChooserController.ChooseHandler
import java.beans.Introspector

// Properties of definitions that are types of values, or lead to what others lead to as well.
values = ["type", "entityType", "enumeration"]
elsewhere = ["class", "editorDefinition", "fieldDefinitions", "subFormDefinitions"]
handlers = [{ -> } as CloseHandler, { chosen -> } as ChooseHandler]

lines = []
made = { what, making ->
    try {
        making()
        lines << "$what".toString()
    } catch (Throwable e) {
        def cause = e
        while (cause.cause) {
            cause = cause.cause
        }
        lines << "NOT MADE $what: $cause".toString()
    }
}

/** Visits a definition and all within it, with the definitions around each, the nearest first. */
walk = { where, o, around, visit ->
    if (o instanceof Map) {
        o.each { name, one -> walk("$where/$name", one, around, visit) }
    } else if (o instanceof Collection) {
        o.eachWithIndex { one, i -> walk("$where/${one instanceof NamedDefinition && one.name ? one.name : i}", one, around, visit) }
    } else if (o != null && !(o instanceof Enum) && o.class.name.startsWith("info.magnolia.")) {
        visit(where, [o] + around)
        def type = o.class
        while (type.name.contains('$$') || type.name.contains('$ByteBuddy$')) {
            type = type.superclass
        }
        Introspector.getBeanInfo(type).propertyDescriptors
                .findAll { it.readMethod && !(it.name in elsewhere + values) }
                .each { walk("$where/$it.name", it.readMethod.invoke(o), [o] + around, visit) }
    } else if (o instanceof Class) {
        visit(where, [o] + around)
    }
}

/** Makes what a definition names. */
make = { where, type, around, provider ->
    def definition = around[0]
    def own = { provider.inChildContext(definition.name ?: "unnamed", definition) }
    switch (where.toString().tokenize("/").last()) {
        case "factoryClass":
            if (definition instanceof FieldValidatorDefinition) {
                return provider.newInstance(type, definition).createValidator()
            }
            def field = own().newInstance(type).createField()
            if (field instanceof HasDataProvider || field instanceof HasFilterableDataProvider) {
                field.dataProvider.fetch(new Query(0, 3, [], null, null)).toArray()
            }
            return field
        case "converterClass":
            def field = own().newInstance(definition.factoryClass).createField()
            return own().newInstance(type, definition, field, { context -> "" } as ErrorMessageProvider)
        default:
            def known = [definition, around.drop(1).find { it instanceof ComplexPropertyDefinition },
                around.find { it instanceof AvailabilityDefinition }, Locale.ENGLISH, *handlers].findAll { it != null }
            def at = UIComponent.isAssignableFrom(type) || where.toString().endsWith("fieldBinderClass") ? own() : provider
            return at.newInstance(type, *known)
    }
}
makeAll = { where, whole, provider ->
    walk(where, whole, []) { at, around ->
        if (around[0] instanceof Class) {
            made("$at ${around[0].name}") { make(at, around[0], around.drop(1), provider) }
        } else if (around[0] instanceof DatasourceDefinition) {
            made("$at ${around[0].class.simpleName}") {
                assert datasource(around[1] ? provider.inChildContext("of-$at", around[1]) : provider)
            }
        }
    }
}

def definitions = [:]
Components.getComponent(RegistryFacade).all().each { registry ->
    registry.allProviders.findAll { it.metadata.module == "efc-events" && it.metadata.type.name in ["app", "dialog"] }.each {
        definitions["$it.metadata.type.name $it.metadata.referenceId".toString()] = Components.getComponent(I18nizer).decorate(it.get())
    }
}

places = [
    "efc-desk": [null, ""],
    "efc-events": ["/events", "4th-meeting-wp-1"],
    "efc-speakers": ["/speakers", "ernie-allen"],
    "efc-work-packages": ["/work-packages", "wp1"]]
definitions.findAll { it.key.startsWith("app ") }.each { key, definition ->
    def app = definition.name
    def (root, name) = places[app]
    definition.subApps.each { subAppName, subAppDefinition ->
        def subApp = openSubApp(app, subAppName, subAppName == "browser" ? "/$name" : subAppName == "detail" ? "$root/$name:edit" : "")
        made("$key $definition.appClass.name") { assert definition.appClass.isInstance(apps.currentApp) }
        made("$key/subApps/$subAppName $subAppDefinition.subAppClass.name") {
            assert subAppDefinition.subAppClass.isInstance(subApp)
        }
        within(subApp.view, { it instanceof ContentViews }).each { views ->
            def buttons = views.@contentViewToggleControls + views.@extensionViewToggleControls.findAll { it.value instanceof Button }
            buttons.each { view, button ->
                made("$key/subApps/$subAppName view $view") { button.click() }
                within(views, { it instanceof Grid }).each { grid ->
                    def all = grid instanceof TreeGrid ? new HierarchicalQuery(null, null) : new Query()
                    def rows = grid.dataProvider.fetch(all).toArray()
                    grid.columns.each { column ->
                        made("$key/subApps/$subAppName view $view, ${rows.length} rows, column $column.id") {
                            rows.each { row -> column.renderer.encode(column.presentationProvider.apply(column.valueProvider.apply(row))) }
                        }
                    }
                }
            }
        }
        if (subAppName == "browser") {
            select(subApp.view.componentProvider, "efc-events", "$root/$name")
        }
        if (subApp.view instanceof UIComponent) {
            makeAll("$key/subApps/$subAppName", subAppDefinition, subApp.view.componentProvider)
        }
    }
}

// Dialogs are opened where a page is selected, as the page editor has them.
def pages = openSubApp("pages-app", "browser", "/events").view.componentProvider
select(pages, "website", "/events")
definitions.findAll { it.key.startsWith("dialog ") }.each { key, definition ->
    def provider = pages
    def window = null
    if (definition instanceof FormDialogDefinition) {
        made("$key opened") {
            def form
            (window, form) = openDialog(pages, key - "dialog ")
            provider = form.componentProvider
        }
    }
    makeAll(key, definition, provider)
    window?.close()
}
lines
