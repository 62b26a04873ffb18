package fr.ecolhuma.etreprof.domain;

/**
 * The subject of a content; every content has exactly one.
 *
 * @param id 0 and up without gaps; -1 is the outlier
 * @param code the name in files and filters
 * @param label the English name
 * @param labelFr the French name
 */
public record Theme(int id, String code, String label, String labelFr) {}
