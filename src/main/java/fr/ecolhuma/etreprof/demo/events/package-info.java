/** The made-up events, row by row. */
@NullMarked
package fr.ecolhuma.etreprof.demo.events;

import org.jspecify.annotations.NullMarked;
