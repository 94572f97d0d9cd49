/*
 * Fills a form as an editor does, saves it with its own button, and reads what is stored then; and so on with each next step.
 *
 * form: the app in whose detail view it is, or the identifier of a dialog; workspace, root, name: those of the node, which a dialog
 * finds there; steps: what is done, as org.efcevents.fidelity.FilledForm has it
 */
import com.vaadin.data.provider.Query
import com.vaadin.ui.Button
import com.vaadin.ui.DateField
import com.vaadin.ui.RadioButtonGroup
import com.vaadin.ui.ComboBox
import com.vaadin.ui.TwinColSelect
import com.vaadin.ui.Window
import info.magnolia.context.MgnlContext
import info.magnolia.dam.api.Asset
import info.magnolia.ui.datasource.optionlist.Option
import info.magnolia.ui.editor.EditorView
import info.magnolia.ui.editor.FormView
import info.magnolia.ui.editor.MultiFormView
import info.magnolia.ui.editor.SwitchableFormView
import info.magnolia.ui.editor.util.BindingUtil
import info.magnolia.ui.field.CheckBoxField
import info.magnolia.ui.field.LinkField
import javax.jcr.PropertyType

node = { MgnlContext.getJCRSession(workspace).getNode("$root/$name".toString()) }

/** Opens the form: what is on the screen, and the form in it. */
open = { isNew ->
    if (!form.contains(":")) {
        apps.stopApp(form)
        def view = openSubApp(form, "detail", isNew ? "$root:add" : "$root/$name:edit").view
        return [view, view.accessViewBeanStore().get(EditorView)]
    }
    // As the page editor has it, where a page or a component is selected.
    apps.stopApp("pages-app")
    def pages = openSubApp("pages-app", "browser", "/").view.componentProvider
    select(pages, workspace, "$root/$name")
    openDialog(pages, form)
}

/** The binding of the field at a path such as [links, 0, url]. */
bindingAt = { view, path, locale ->
    if (view instanceof MultiFormView) {
        return bindingAt(view.state.order[path[0] as int], path.drop(1), locale)
    }
    if (view instanceof SwitchableFormView) {
        return path[0].startsWith("form-")
                ? bindingAt(view.@representations[path[0] - "form-"], path.drop(1), locale)
                : view.@binder.getBinding(path[0]).get()
    }
    def sub = view.@subEditors.find { it.definition.name == path[0] }
    if (sub) {
        return bindingAt(sub.representations.values().first(), path.drop(1), locale)
    }
    def binder = view.@formPresenter.getBinder(locale)
    // The one field of an entry that is a value has no name of its own.
    binder.getBinding(path[0]).orElseGet { binder.getBinding("value").get() }
}
editor = { view, path ->
    path.inject(view) { at, name ->
        at instanceof MultiFormView
                ? at.state.order[name as int]
                : at.@subEditors.find { it.definition.name == name }.representations.values().first()
    }
}

/** What a field shows for what is stored. */
shown = { bound, texts ->
    def field = bound.field
    if (field instanceof CheckBoxField) {
        return texts[0] == "true"
    }
    if (field instanceof DateField) {
        return texts[0] ? java.time.LocalDate.parse(texts[0]) : null
    }
    if (field instanceof TwinColSelect) {
        def nodes = field.dataProvider.fetch(new Query()).toArray()
        return texts.findAll().collect { id -> nodes.find { it.identifier == id } } as LinkedHashSet
    }
    if (field instanceof ComboBox || field instanceof RadioButtonGroup || field instanceof LinkField) {
        return texts[0] ? BindingUtil.applyConverters(bound, texts[0]) : null
    }
    texts[0]
}

/** What Magnolia and JCR keep for themselves is there or not; all else is compared by value. */
stored = { node, at = "" ->
    def lines = ["$at $node.primaryNodeType.name".trim()]
    node.properties.findAll { !it.name.startsWith("jcr:") }.sort { it.name }.each { property ->
        def own = property.name.startsWith("mgnl:")
        (property.multiple ? property.values.toList() : [property.value]).each { value ->
            def text = own ? "" : " " + value.string.replace("\n", "\\n")
            lines << "$at@$property.name${property.multiple ? '[]' : ''} ${PropertyType.nameFromValue(value.type)}$text"
        }
    }
    node.nodes.each { lines.addAll(stored(it, at ? "$at/$it.name" : it.name)) }
    lines*.toString()
}

def results = []
steps.eachWithIndex { step, i ->
    def (view, editing) = open(i == 0)
    step.acts.each { act ->
        def (verb, where) = act.tokenize(" ")
        def path = where.tokenize("/")
        if (verb == "add") {
            editor(editing, path).addItem()
        } else {
            def multi = editor(editing, path.dropRight(1))
            def entry = multi.state.order[path.last() as int]
            if (verb == "remove") {
                multi.onDelete(entry)
            } else {
                multi.onMove(entry.asVaadinComponent().parent, verb == "up")
            }
        }
    }
    [Locale.ENGLISH, Locale.FRENCH].each { locale ->
        def suffix = locale == Locale.ENGLISH ? "" : "_fr"
        def values = step.values.findAll { it.key.endsWith("_fr") == (locale == Locale.FRENCH) }
        if (values) {
            editing.@localeContext.current().set(locale)
        }
        values.each { control, texts ->
            def bound = bindingAt(editing, (control - suffix).tokenize("/"), locale)
            bound.field.value = shown(bound, texts)
        }
    }
    def wrong = editing.validate().collectMany { it.fieldValidationErrors }.collect { "$it.field.caption: ${it.message.orElse('')}" }
    within(view, { it instanceof Button && it.styleName.contains("commit") }).first().click()
    // Fields made of fields make their nodes when they read, also after all has been saved.
    MgnlContext.getJCRSession(workspace).refresh(false)
    results << (wrong ? ["REFUSED $wrong".toString()] : stored(node()))
    // Opened again, it shows what was typed and stored.
    (view, editing) = open(false)
    (wrong ? [:] : step.values).each { control, texts ->
        def locale = control.endsWith("_fr") ? Locale.FRENCH : Locale.ENGLISH
        editing.@localeContext.current().set(locale)
        def bound = bindingAt(editing, (control - "_fr").tokenize("/"), locale)
        def expected = shown(bound, texts)
        def is = bound.field.value
        // A number that is not there is shown as 0.
        def value = { it instanceof Option ? it.value : it instanceof Asset ? it.itemKey : it }
        def same = value(is) == value(expected) || texts == [""] && is == "0"
        if (!same) {
            results.last() << "SHOWS $control as $is".toString()
        }
    }
    if (view instanceof Window) {
        view.close()
    }
}
apps.stopApp(form.contains(":") ? "pages-app" : form)
results
