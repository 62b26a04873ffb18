/** The made-up contents. */
@NullMarked
package fr.ecolhuma.etreprof.demo.catalogue;

import org.jspecify.annotations.NullMarked;
