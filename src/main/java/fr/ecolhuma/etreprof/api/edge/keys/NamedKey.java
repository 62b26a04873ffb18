package fr.ecolhuma.etreprof.api.edge.keys;

/** The name of a key and its role; the key itself is not kept. */
public record NamedKey(String name, Role role) {}
