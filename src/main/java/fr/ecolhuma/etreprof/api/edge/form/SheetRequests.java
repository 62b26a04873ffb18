package fr.ecolhuma.etreprof.api.edge.form;

import fr.ecolhuma.etreprof.api.request.QueryParameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads {@code ?format=} for the methods whose answer has a list. */
@Component
final class SheetRequests implements HandlerInterceptor, WebMvcConfigurer {

    private final Clock clock;

    SheetRequests(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        AsSheet sheet = request.getQueryString() != null && handler instanceof HandlerMethod method
                ? method.getMethodAnnotation(AsSheet.class)
                : null;
        if (sheet != null
                && AnswerFormat.of(QueryParameter.of(AsSheet.PARAMETER, request.getQueryString()))
                        == AnswerFormat.CSV) {
            new AskedSheet(sheet, LocalDate.now(clock).toString()).keepWith(request);
        }
        return true;
    }
}
