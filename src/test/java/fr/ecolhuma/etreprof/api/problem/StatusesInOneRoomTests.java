package fr.ecolhuma.etreprof.api.problem;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import fr.ecolhuma.etreprof.MainClasses;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Every exception becomes a status in {@code api.problem} and nowhere else. */
class StatusesInOneRoomTests {

    private static final String ROOM = "fr.ecolhuma.etreprof.api.problem";

    private static final JavaClasses ALL = MainClasses.all();

    private static GivenClassesConjunction elsewhere() {
        return noClasses().that().resideOutsideOfPackage(ROOM);
    }

    @Test
    void nobodyElseHandlesExceptions() {
        elsewhere().should().beMetaAnnotatedWith(ControllerAdvice.class).check(ALL);
        elsewhere().should().beMetaAnnotatedWith(ResponseStatus.class).check(ALL);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(ROOM)
                .should()
                .beAnnotatedWith(ExceptionHandler.class)
                .orShould()
                .beAnnotatedWith(ResponseStatus.class)
                .check(ALL);
    }

    @Test
    void nobodyElseKnowsStatuses() {
        elsewhere()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.springframework\\.(http\\.(HttpStatus|HttpStatusCode|ProblemDetail)"
                        + "|web\\.(ErrorResponse\\w*|server\\.ResponseStatusException"
                        + "|servlet\\.HandlerExceptionResolver))")
                .check(ALL);
    }

    /** The one status that is set outside of Spring is a 304, which is no error. */
    @Test
    void nobodyElseSetsErrors() {
        elsewhere()
                .should(ArchConditions.callMethodWhere(
                        target(owner(assignableTo(HttpServletResponse.class))).and(target(name("sendError")))))
                .check(ALL);
        elsewhere()
                .and()
                .doNotHaveSimpleName("PreparedBody")
                .and()
                .doNotHaveSimpleName("HeldResponse")
                .should(ArchConditions.callMethodWhere(
                        target(owner(assignableTo(HttpServletResponse.class))).and(target(name("setStatus")))))
                .check(ALL);
        elsewhere()
                .should(ArchConditions.callMethodWhere(target(owner(assignableTo(ResponseEntity.class)))
                        .and(target(
                                nameMatching("status|badRequest|notFound|unprocessable\\w+|internalServerError|of")))))
                .check(ALL);
    }
}
