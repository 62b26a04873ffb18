package fr.ecolhuma.etreprof.api.edge.watch;

import fr.ecolhuma.etreprof.api.edge.access.Callers;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Sees every request, whatever answers it, and reports its end to the watchers.
 *
 * <p>The route is read from Spring's attribute of the best matching pattern. Lines that are logged meanwhile carry the
 * trace.
 */
final class RequestWatch extends ValveBase {

    static final String TRACE = "trace";

    private final List<Consumer<RequestEnd>> watchers;

    RequestWatch(List<Consumer<RequestEnd>> watchers) {
        super(true);
        this.watchers = List.copyOf(watchers);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long start = System.nanoTime();
        TraceParent trace =
                TraceParent.of(request.getHeader("traceparent"), request.getHeader("X-Cloud-Trace-Context"));
        put(TRACE, trace == null ? null : trace.traceId());
        try {
            getNext().invoke(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new End(() -> tell(request, response, start, trace)));
            } else {
                tell(request, response, start, trace);
            }
            put(TRACE, null);
        }
    }

    private void tell(Request request, Response response, long start, @Nullable TraceParent trace) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        RequestEnd end = new RequestEnd(
                method(request),
                route == null ? "other" : route.toString(),
                response.getStatus(),
                exception(request),
                System.nanoTime() - start,
                response.getContentWritten(),
                trace);
        put(TRACE, trace == null ? null : trace.traceId());
        put(Callers.NAME, request.getAttribute(Callers.NAME));
        watchers.forEach(watcher -> watcher.accept(end));
        put(TRACE, null);
        put(Callers.NAME, null);
    }

    private static void put(String name, @Nullable Object value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value.toString());
        }
    }

    private static String exception(Request request) {
        Object failure = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        return failure == null ? "none" : failure.getClass().getSimpleName();
    }

    /** One of the usual methods: a method that a caller made up must not create a meter. */
    private static String method(Request request) {
        String method = String.valueOf(request.getMethod());
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            default -> "OTHER";
        };
    }

    /** Runs once an asynchronous answer is complete. */
    private record End(Runnable tell) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            tell.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
