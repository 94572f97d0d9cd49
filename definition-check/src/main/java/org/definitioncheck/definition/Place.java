package org.definitioncheck.definition;

import org.definitioncheck.problem.Problem;

/** Where in a file something is written; lines count from 1. */
record Place(String file, int line) {

    Problem problem(String what) {
        return new Problem(file, line, what);
    }
}
