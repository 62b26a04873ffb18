/** Counts events on a cluster of Apache Spark, and leaves a folder of counts from which a recompute goes on. */
@NullMarked
package fr.ecolhuma.etreprof.spark;

import org.jspecify.annotations.NullMarked;
