package fr.ecolhuma.etreprof.classification.word;

import java.io.Serial;
import org.xml.sax.SAXException;

/** A document with far more elements than its text needs. */
public final class TooManyElementsException extends SAXException {

    @Serial
    private static final long serialVersionUID = 1;
}
