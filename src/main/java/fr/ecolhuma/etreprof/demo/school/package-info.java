/** French teachers: levels, schools, countries. */
@NullMarked
package fr.ecolhuma.etreprof.demo.school;

import org.jspecify.annotations.NullMarked;
