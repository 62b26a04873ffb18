package fr.ecolhuma.etreprof.api.request;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * The parameters that a controller's method takes.
 *
 * @param names in the order of its arguments
 * @param byContainer whether the container reads them, from the query and from a form
 */
record TakenParameters(List<String> names, boolean byContainer) {

    static TakenParameters of(HandlerMethod method) {
        List<String> bound = Arrays.stream(method.getMethodParameters())
                .flatMap(parameter -> named(parameter, parameter.getParameterAnnotation(RequestParam.class)))
                .toList();
        TakesParameter own = method.getMethodAnnotation(TakesParameter.class);
        Stream<String> read = own == null ? Stream.empty() : Stream.of(own.value());
        return new TakenParameters(Stream.concat(bound.stream(), read).toList(), !bound.isEmpty());
    }

    private static Stream<String> named(MethodParameter parameter, @Nullable RequestParam bound) {
        if (bound == null) {
            return Stream.empty();
        }
        return Stream.of(
                bound.name().isEmpty()
                        ? parameter
                                .getExecutable()
                                .getParameters()[parameter.getParameterIndex()]
                                .getName()
                        : bound.name());
    }

    /** The names for a message. */
    String expected() {
        return names.isEmpty() ? "none" : "one of " + names;
    }
}
