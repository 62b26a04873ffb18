package fr.ecolhuma.etreprof.api.edge.access;

import fr.ecolhuma.etreprof.api.edge.keys.Keys;
import fr.ecolhuma.etreprof.api.edge.keys.TokenSettings;
import fr.ecolhuma.etreprof.api.edge.keys.UserTokens;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.DefaultRequestRejectedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The filters of every call whose answer is not the same for everyone. They throw their refusals. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    /** Apart, since Spring keeps the classes of one annotation in no order, and the code made of it must not vary. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TokenSettings.class)
    static class OfTokens {}

    /** What the code of a page may read of an answer of another origin. */
    private static final List<String> EXPOSED = List.of(
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.LINK,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.ALLOW,
            HttpHeaders.WWW_AUTHENTICATE,
            "X-Total-Count",
            // a proxy's
            "X-Request-Id",
            RateHeaders.LIMIT,
            RateHeaders.REMAINING,
            RateHeaders.RESET);

    private static final Logger LOG = LoggerFactory.getLogger(AccessConfiguration.class);

    @Bean
    Keys keys(@Value("${etreprof.admin-token}") String adminToken, AccessSettings settings, Clock clock) {
        Path file = settings.keysFile().isBlank() ? null : Path.of(settings.keysFile());
        Keys keys = new Keys(adminToken, settings.keys(), file, clock);
        if (!keys.areConfigured()) {
            LOG.warn(
                    "no key is configured: every caller on this machine may read personal data and /actuator and change the model; "
                            + "behind a proxy on this machine every caller may look like one, as behind nginx with proxy_pass alone; "
                            + "before a proxy or another user has access to this machine, set ETREPROF_ADMIN_TOKEN or ETREPROF_KEYS");
        }
        return keys;
    }

    @Bean
    UserTokens userTokens(TokenSettings settings, Clock clock) {
        return new UserTokens(settings, clock);
    }

    @Bean
    SecurityFilterChain access(HttpSecurity http, Door door, AccessRules rules, AccessSettings settings) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // api.problem gives every exception its status
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // HeadersValve has already set the other headers
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .addFilter(cors(settings.corsOrigins()))
                .addFilterBefore(new CallerFilter(door), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .build();
    }

    private static CorsFilter cors(List<String> origins) {
        CorsFilter filter = new CorsFilter(origins(origins));
        filter.setCorsProcessor(new StrictCors());
        return filter;
    }

    private static UrlBasedCorsConfigurationSource origins(List<String> origins) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!origins.isEmpty()) {
            CorsConfiguration cors = new CorsConfiguration();
            cors.setAllowedOrigins(origins);
            cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
            cors.setAllowedHeaders(List.of("*"));
            cors.setExposedHeaders(EXPOSED);
            cors.setMaxAge(Duration.ofHours(1));
            source.registerCorsConfiguration("/**", cors);
        }
        return source;
    }

    /** Unusual addresses get the same answers as from Tomcat and Spring, but a path with a semicolon is refused. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedPeriod(true);
        firewall.setAllowUrlEncodedLineFeed(true);
        firewall.setAllowUrlEncodedCarriageReturn(true);
        firewall.setAllowUrlEncodedLineSeparator(true);
        firewall.setAllowUrlEncodedParagraphSeparator(true);
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedParameterNames(name -> true);
        firewall.setAllowedParameterValues(value -> true);
        return firewall;
    }

    /** Throws its refusals, as the other filters do. */
    @Bean
    RequestRejectedHandler rejected() {
        return new DefaultRequestRejectedHandler();
    }
}
