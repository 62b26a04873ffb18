/** Who may ask what, how much, and from where; what answers carry for browsers. */
@NullMarked
package fr.ecolhuma.etreprof.api.access;

import org.jspecify.annotations.NullMarked;
