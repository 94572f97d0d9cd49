package org.definitioncheck.problem;

/**
 * How bad a problem is: the four words of Magnolia ({@code DefinitionProvider.Problem.SeverityType}) where Magnolia
 * reports it, worst first, and two for what it does not report.
 */
public enum Severity {
    /** Magnolia goes without the definition, without the module, or does not start. */
    SEVERE,
    /** The definition is there, without the part that the problem is in. */
    MAJOR,
    /** It works, and will not in a later version. */
    DEPRECATED,
    /** The definition is there, without the property that the problem is in. */
    MINOR,
    /** Magnolia says nothing, and does something else than what is written. */
    SILENT,
    /** Magnolia may well read it; whoever looked does not know enough of it to say. */
    UNCHECKED
}
