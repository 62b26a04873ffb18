package fr.ecolhuma.etreprof.api.edge.watch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of request logs.
 *
 * @param requestLog whether a line is logged for each request
 */
@ConfigurationProperties("etreprof.watch")
record WatchSettings(@DefaultValue("false") boolean requestLog) {}
