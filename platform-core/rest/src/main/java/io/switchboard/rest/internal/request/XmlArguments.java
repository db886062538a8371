package io.switchboard.rest.internal.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.ValueType.RecordType;
import io.switchboard.rest.internal.wire.BodyBuffer;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads arguments from XML: the element {@code request}, UTF-8, no DTD, no entities but the five. */
public final class XmlArguments {
    private XmlArguments() {}

    /** Reads a document that has the members of a type. */
    public static ObjectNode read(BodyBuffer body, RecordType type) throws CallFailure {
        try {
            XMLStreamReader reader =
                    factory().createXMLStreamReader(new ByteArrayInputStream(body.array(), 0, body.size()), "UTF-8");
            String declared = reader.getCharacterEncodingScheme();
            if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
                throw CallFailure.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the XML in UTF-8.", "XML 须使用 UTF-8 编码。");
            }
            return new XmlValues(new XmlCursor(reader)).request(type);
        } catch (XMLStreamException e) {
            throw XmlCursor.malformed(e.getLocation());
        } catch (RuntimeException e) {
            // The parser of the JDK breaks on some documents with exceptions that it does not declare.
            throw XmlCursor.malformed(null);
        }
    }

    /** A new one each time: a factory may be used by one thread at a time, and costs little beside the parsing. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("no entities");
        });
        return factory;
    }
}
