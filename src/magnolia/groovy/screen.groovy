/*
 * What other scripts do with AdminCentral, whose UI is ui: they find it by the names of what is made here.
 */
import com.vaadin.ui.HasComponents
import info.magnolia.context.MgnlContext
import info.magnolia.ui.ValueContext
import info.magnolia.ui.api.app.AppController
import info.magnolia.ui.api.location.DefaultLocation
import info.magnolia.ui.contentapp.Datasource
import info.magnolia.ui.dialog.actions.OpenDialogAction
import info.magnolia.ui.dialog.actions.OpenDialogActionDefinition
import info.magnolia.ui.editor.EditorView
import info.magnolia.ui.framework.ioc.SessionStore
import info.magnolia.ui.framework.ioc.UiContextBoundComponentProvider
import info.magnolia.ui.framework.ioc.UiContextReference
import javax.inject.Inject

/** What a component provider has for whoever asks as a component does. */
class Given {
    final ValueContext value
    final Datasource datasource

    @Inject
    Given(ValueContext value, Datasource datasource) {
        this.value = value
        this.datasource = datasource
    }
}

apps = new UiContextBoundComponentProvider(UiContextReference.ofUi(ui)).getComponent(AppController)

/** Opens a sub-app as an address in a browser does. */
openSubApp = { app, subApp, parameter ->
    apps.startIfNotAlreadyRunningThenFocus(app, new DefaultLocation("app", app, subApp, parameter))
    apps.currentAppInstanceController.activeSubAppContext.subApp
}

select = { provider, workspace, path ->
    provider.newInstance(Given).value.set(MgnlContext.getJCRSession(workspace).getNode(path.toString()))
}

datasource = { provider -> provider.newInstance(Given).datasource }

/** Opens a dialog for what is selected. Gives its window, and the form in it. */
openDialog = { provider, id ->
    provider.newInstance(OpenDialogAction, new OpenDialogActionDefinition(name: "open", dialogId: id, populate: true)).execute()
    def window = ui.windows.last()
    def store = SessionStore.access()
    def forms = store.@beanStoreHierarchy.values().collect { store.getBeanStore(it)?.getClosestInstance(EditorView) }
    [window, forms.find { it?.asVaadinComponent() && within(window, { part -> part.is(it.asVaadinComponent()) }) }]
}

/** A component and all within it that are as asked for. */
within = { component, is ->
    if (is(component)) {
        return [component]
    }
    component instanceof HasComponents ? component.iterator().collectMany { within(it, is) } : []
}
