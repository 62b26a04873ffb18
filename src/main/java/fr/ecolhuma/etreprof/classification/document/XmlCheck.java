package fr.ecolhuma.etreprof.classification.document;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Checks that bytes are sound XML, without the lines that parsers print on standard error by default. */
final class XmlCheck {

    private static final String NO_DOCUMENT_TYPES = "http://apache.org/xml/features/disallow-doctype-decl";

    private XmlCheck() {}

    static void check(InputStream xml) throws IOException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        try {
            factory.setFeature(NO_DOCUMENT_TYPES, true);
            factory.newSAXParser().parse(xml, new DefaultHandler());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
