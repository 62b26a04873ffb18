package fr.ecolhuma.etreprof.classification.word;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML without document types, and without the lines that parsers print on standard error by default. */
final class XmlPart {

    private static final String NO_DOCUMENT_TYPES = "http://apache.org/xml/features/disallow-doctype-decl";

    private XmlPart() {}

    /** Gives every element to a handler, until the thread is interrupted. */
    static void read(byte[] xml, DefaultHandler handler) throws IOException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature(NO_DOCUMENT_TYPES, true);
            factory.newSAXParser().parse(interruptible(xml), handler);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream interruptible(byte[] xml) {
        return new FilterInputStream(new ByteArrayInputStream(xml)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException();
                }
                return super.read(target, offset, length);
            }
        };
    }
}
