package fr.ecolhuma.etreprof.api.edge.watch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is told of requests.
 *
 * @param requestLog whether a line is logged for each request
 */
@ConfigurationProperties("etreprof.watch")
record WatchSettings(@DefaultValue("false") boolean requestLog) {}
