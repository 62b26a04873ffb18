package fr.ecolhuma.etreprof.api.edge.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * A request for a sheet, kept with the request until the answer is there.
 *
 * @param today the day, for the file's name
 */
record AskedSheet(AsSheet sheet, String today) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    void keepWith(HttpServletRequest request) {
        request.setAttribute(AskedSheet.class.getName(), this);
    }

    static @Nullable AskedSheet of(HttpServletRequest request) {
        return request.getAttribute(AskedSheet.class.getName()) instanceof AskedSheet asked ? asked : null;
    }

    /** The name of the file. */
    String fileName(HttpServletRequest request, JsonNode answer) {
        Map<?, ?> path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> all
                ? all
                : Map.of();
        String name = VARIABLE.matcher(sheet.name()).replaceAll(variable -> {
            Object value = path.get(variable.group(1));
            String text = value == null ? answer.path(variable.group(1)).asString(today) : value.toString();
            return SheetFile.ascii(text);
        });
        return name + ".csv";
    }
}
