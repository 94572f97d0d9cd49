/*
 * Lets a request to AdminCentral carry out a script, with all that Magnolia and Vaadin have ready in one.
 *
 * kept: what web sessions keep, as a collection; work: the script, as a file, what it may use, and what came of it
 */
import com.vaadin.server.RequestHandler
import com.vaadin.server.VaadinSession

def vaadin = kept.findAll { it instanceof VaadinSession }
vaadin.each { session ->
    session.lock()
    try {
        session.addRequestHandler({ same, request, response ->
            def ui = same.UIs.last()
            ui.accessSynchronously {
                try {
                    def shell = new GroovyShell(getClass().classLoader, new Binding(work.variables + [ui: ui]))
                    shell.evaluate(new File(work.script.parentFile, "screen.groovy"))
                    work.result = shell.evaluate(work.script)
                } catch (Throwable e) {
                    work.failure = ([e] + e.stackTrace.findAll { it.fileName?.endsWith(".groovy") }).join("\n\t")
                }
            }
            true
        } as RequestHandler)
    } finally {
        session.unlock()
    }
}
vaadin.size()
