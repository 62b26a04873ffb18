@NullMarked
package fr.ecolhuma.etreprof;

import org.jspecify.annotations.NullMarked;
