/** The output of the commands: progress, lines for people, JSON. */
@NullMarked
package fr.ecolhuma.etreprof.cli.print;

import org.jspecify.annotations.NullMarked;
