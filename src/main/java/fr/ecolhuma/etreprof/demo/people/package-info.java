/** The made-up users: their traits, tastes and cells. */
@NullMarked
package fr.ecolhuma.etreprof.demo.people;

import org.jspecify.annotations.NullMarked;
