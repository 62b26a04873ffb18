package fr.ecolhuma.etreprof.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.RunningService;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.catalina.Container;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.filter.DelegatingFilterProxy;

/** The stations that {@code api.edge} names, against those of a running service. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"etreprof.admin-token=", "etreprof.access.trusted-proxies=10.0.0.1"})
class RequestPathTests {

    private static final Path TOLD = Path.of("src/main/java/fr/ecolhuma/etreprof/api/edge/package-info.java");
    private static final Path CHAPTER = Path.of("docs/request-path.md");
    private static final Pattern STATION = Pattern.compile("<li><b>([^<]+)</b>:(.*?)(?=<li>|</ol>)", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("\\{@code\\s+(?:\\*\\s+)?([A-Z]\\w+)}");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\*\\*([^*]+)\\*\\* \\|");
    private static final String AROUND = "problem";

    private final List<Object> running;

    RequestPathTests(@Autowired ServletWebServerApplicationContext context) {
        Tomcat tomcat = ((TomcatWebServer) Objects.requireNonNull(context.getWebServer())).getTomcat();
        running = Stream.of(
                        Stream.of(tomcat.getConnector().getProtocolHandler()),
                        Arrays.stream(tomcat.getEngine().getPipeline().getValves()),
                        Arrays.stream(tomcat.getHost().getPipeline().getValves()),
                        Arrays.stream(tomcat.getHost().findChildren())
                                .flatMap(child -> inside((StandardContext) child, context)))
                .<Object>flatMap(each -> each)
                .toList();
    }

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        Path home = RunningService.emptyFolder("request-path");
        registry.add("etreprof.data-dir", home.resolve("data")::toString);
        registry.add("etreprof.models-dir", home.resolve("models")::toString);
    }

    /** The filters in the order of their mapping, those of the security chain in its place, and the servlet. */
    private static Stream<Object> inside(StandardContext service, ServletWebServerApplicationContext context) {
        Stream<Object> filters = Arrays.stream(service.findFilterMaps())
                .map(FilterMap::getFilterName)
                .map(name -> service.findFilterDef(name).getFilter())
                .flatMap(filter -> chained(filter, context));
        Stream<Object> servlets = Arrays.stream(service.findChildren())
                .filter(child -> child.getName().equals("dispatcherServlet"))
                .map(RequestPathTests::servlet);
        return Stream.concat(filters, servlets);
    }

    private static Stream<Filter> chained(Filter filter, ServletWebServerApplicationContext context) {
        return filter instanceof DelegatingFilterProxy
                ? context.getBean(FilterChainProxy.class).getFilterChains().getFirst().getFilters().stream()
                : Stream.of(filter);
    }

    private static Object servlet(Container wrapper) {
        return ((Wrapper) wrapper).getServlet();
    }

    private List<String> running(List<String> named) {
        return running.stream()
                .map(station -> station.getClass().getSimpleName())
                .filter(named::contains)
                .toList();
    }

    private static Map<String, List<String>> stations() throws IOException {
        Map<String, List<String>> stations = new LinkedHashMap<>();
        STATION.matcher(Files.readString(TOLD))
                .results()
                .forEach(station -> stations.put(
                        station.group(1),
                        TYPE.matcher(station.group(2))
                                .results()
                                .map(type -> type.group(1))
                                .toList()));
        return stations;
    }

    @Test
    void aRequestMeetsTheStationsInTheOrderOfTheList() throws IOException {
        Map<String, List<String>> stations = stations();
        assertThat(stations)
                .hasSize(10)
                .allSatisfy((name, types) -> assertThat(types).as(name).isNotEmpty());
        stations.remove(AROUND);
        List<String> inOrder = stations.values().stream().flatMap(List::stream).toList();
        assertThat(running(inOrder)).isEqualTo(inOrder);
    }

    @Test
    void problemsStandAroundAccessAndController() throws IOException {
        Map<String, List<String>> stations = stations();
        List<String> around = stations.get(AROUND);
        assertThat(around).hasSize(2);
        String last = stations.get("fast: personal bodies").getLast();
        String first = stations.get("access").getFirst();
        assertThat(running(List.of(last, around.get(0), around.get(1), first)))
                .containsExactly(last, around.get(0), around.get(1), first);
    }

    @Test
    void everyStationOfOursIsOnTheList() throws IOException {
        List<String> named = stations().values().stream().flatMap(List::stream).toList();
        assertThat(running.stream().map(Object::getClass))
                .filteredOn(type -> type.getName().startsWith("fr.ecolhuma."))
                .extracting(Class::getSimpleName)
                .isSubsetOf(named);
    }

    @Test
    void theChapterHasTheSameStations() throws IOException {
        assertThat(ROW.matcher(Files.readString(CHAPTER)).results().map((MatchResult row) -> row.group(1)))
                .containsExactlyElementsOf(stations().keySet());
    }
}
