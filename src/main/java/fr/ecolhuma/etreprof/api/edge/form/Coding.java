package fr.ecolhuma.etreprof.api.edge.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The content coding that a caller accepts for the answer, by {@code Accept-Encoding} (RFC 9110, 12.5.3). */
public enum Coding {
    /** Without a coding. */
    PLAIN,
    /** Packed where that is worth it, plain otherwise. */
    GZIP,
    /** Packed whatever its size: the caller refuses a plain answer. */
    GZIP_ONLY,
    /** Neither packed nor plain. */
    NONE;

    /** A browser's header is shorter; to take a longer one apart costs more than it is worth. */
    private static final int LONGEST = 256;

    /** A plain answer is acceptable unless it is refused, but anything that is named goes before it. */
    private static final double UNNAMED = 0.0001;

    private static final double ABSENT = -1;

    /** The coding of the answer to a request. */
    public static Coding of(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders(HttpHeaders.ACCEPT_ENCODING);
        if (!headers.hasMoreElements()) {
            return PLAIN;
        }
        String first = headers.nextElement();
        return accepted(headers.hasMoreElements() ? first + "," + String.join(",", Collections.list(headers)) : first);
    }

    /** The coding that the header asks for; elements that cannot be read are skipped. */
    static Coding accepted(String header) {
        if (header.length() > LONGEST) {
            return PLAIN;
        }
        double gzip = ABSENT;
        double identity = ABSENT;
        double any = ABSENT;
        for (String element : header.split(",", -1)) {
            int end = element.indexOf(';');
            double weight = end < 0 ? 1 : weight(element.substring(end + 1).strip());
            switch ((end < 0 ? element : element.substring(0, end)).strip().toLowerCase(Locale.ROOT)) {
                case "gzip", "x-gzip" -> gzip = weight;
                case "identity" -> identity = weight;
                case "*" -> any = weight;
                default -> {}
            }
        }
        double packed = Math.max(0, gzip == ABSENT ? any : gzip);
        double plain = identity != ABSENT ? identity : any == 0 ? 0 : UNNAMED;
        return best(packed, plain);
    }

    private static Coding best(double packed, double plain) {
        if (packed == 0) {
            return plain == 0 ? NONE : PLAIN;
        }
        return plain == 0 ? GZIP_ONLY : packed >= plain ? GZIP : PLAIN;
    }

    /** The value of {@code q}, 0 to 1; absent when it is not valid. */
    private static double weight(String parameter) {
        String[] parts = parameter.split("=", 2);
        try {
            double weight = parts.length == 2 && parts[0].strip().equalsIgnoreCase("q")
                    ? Double.parseDouble(parts[1].strip())
                    : ABSENT;
            return weight >= 0 && weight <= 1 ? weight : ABSENT;
        } catch (NumberFormatException e) {
            return ABSENT;
        }
    }
}
