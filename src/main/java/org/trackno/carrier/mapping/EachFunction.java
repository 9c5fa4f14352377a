package org.trackno.carrier.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;
import org.trackno.carrier.format.TreeNodes;

/**
 * {@code each(value)}: the elements of a list, the value itself when it stands alone, nothing when it is missing or a blank
 * text. Carriers and XML send one thing bare and two as a list.
 */
final class EachFunction implements Function {
    @Override
    public String getName() {
        return "each";
    }

    @Override
    public int getMinArguments() {
        return 1;
    }

    @Override
    public int getMaxArguments() {
        return 1;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        JsonNode value = arguments[0];
        if (value.isArray()) {
            return value;
        }
        boolean nothing = value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.textValue().isBlank());
        return nothing
                ? TreeNodes.FACTORY.arrayNode()
                : TreeNodes.FACTORY.arrayNode().add(value);
    }
}
