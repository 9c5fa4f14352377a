package org.trackno.carrier.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.impl.NodeUtils;
import java.io.StringReader;
import java.util.List;
import org.trackno.carrier.CarrierFolderException;
import org.trackno.carrier.format.TreeNodes;

/** A compiled {@code mapping.jslt}: says where in a carrier's answer each value of our shape is. */
public final class JsltMapping {
    static {
        // JSLT makes every object with this mapper, and nothing else does anything with it
        NodeUtils.mapper.setNodeFactory(TreeNodes.FACTORY);
    }

    private final Expression expression;

    private JsltMapping(Expression expression) {
        this.expression = expression;
    }

    /**
     * Compiles a mapping.
     *
     * @param file named in errors
     * @throws CarrierFolderException with file, line and column
     */
    public static JsltMapping compile(String file, String source) {
        try {
            return new JsltMapping(new Parser(new StringReader(source))
                    .withSource(file)
                    .withFunctions(List.of(new EachFunction(), new TextFunction(), new PlaceFunction()))
                    .compile());
        } catch (JsltException e) {
            throw new CarrierFolderException(file, 0, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Our shape of an answer.
     *
     * @throws MappingException when the mapping cannot cope with the answer
     */
    public JsonNode apply(JsonNode answer) throws MappingException {
        try {
            return expression.apply(answer);
        } catch (JsltException e) {
            throw new MappingException("the mapping fails: " + e.getMessage());
        }
    }
}
