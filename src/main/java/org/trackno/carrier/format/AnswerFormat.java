package org.trackno.carrier.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;

/** The formats carriers answer in. Each decodes bytes to a tree; what they mean is up to the mapping. */
public enum AnswerFormat {
    /** RFC 8259. */
    JSON {
        @Override
        ObjectReader reader() {
            return JSON_READER;
        }
    },
    /**
     * XML, SOAP included. The root element's own name is dropped, attributes read like child elements, namespaces are
     * ignored. A lone child is an object, several of one name an array: the mapping function {@code each} evens that out.
     */
    XML {
        @Override
        ObjectReader reader() {
            return XML_READER;
        }
    };

    /** Nesting beyond this is an attack, not a tracking answer. */
    private static final int MAX_DEPTH = 64;

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();
    private static final ObjectReader JSON_READER = strict(JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .build());
    private static final ObjectReader XML_READER = strict(xmlMapper());

    abstract ObjectReader reader();

    /**
     * The tree of an answer. White space around the document is ignored, and so is a document type definition: nothing it
     * names is read.
     *
     * @throws UnreadableAnswerException when the bytes are not of this format, nested too deeply, or refer to an entity that
     *     is not XML's own; the message does not quote the answer
     */
    public JsonNode decode(byte[] body) throws UnreadableAnswerException {
        int start = 0;
        while (start < body.length && Character.isWhitespace(body[start])) {
            start++;
        }
        if (start == body.length) {
            throw new UnreadableAnswerException("the body is empty");
        }
        try {
            return reader().readTree(body, start, body.length - start);
        } catch (IOException e) {
            throw new UnreadableAnswerException("not readable as " + name(), e);
        }
    }

    private static ObjectReader strict(ObjectMapper mapper) {
        return mapper.reader().with(TreeNodes.FACTORY).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static XmlMapper xmlMapper() {
        XMLInputFactory input = new WstxInputFactory();
        input.setProperty(
                WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH); // Jackson does not count the levels of XML
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        input.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        XmlFactory factory = XmlFactory.builder()
                .xmlInputFactory(input)
                .streamReadConstraints(LIMITS)
                .build();
        return new XmlMapper(factory);
    }
}
