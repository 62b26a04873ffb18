package fr.ecolhuma.etreprof.api.edge.form;

import fr.ecolhuma.etreprof.api.request.TakesParameter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The list of a controller's answer, which {@code ?format=csv} gives as a file for spreadsheets. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TakesParameter(AsSheet.PARAMETER)
public @interface AsSheet {

    /** The query parameter that names the form. */
    String PARAMETER = "format";

    /** The JSON pointer of the list; the entries of an object are rows too, with their names in the column {@code id}. */
    String rows();

    /** The list in each entry whose entries are the rows, if each entry is not one row. */
    String each() default "";

    /**
     * The file's name without its end. Names in braces stand for variables of the path, texts of the answer, or {@code day}, today.
     */
    String name();
}
