package org.trackno.carrier.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;

/**
 * {@code text(value)}: a text without the blanks around it, a number or a boolean as text; null where nothing is left, and for
 * objects and lists. Carriers send blank texts for what they do not know.
 */
final class TextFunction implements Function {
    @Override
    public String getName() {
        return "text";
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
        if (value.isContainerNode() || value.isNull()) {
            return NullNode.instance;
        }
        String written = value.asText();
        String text = written.trim();
        if (text.isEmpty()) {
            return NullNode.instance;
        }
        return value.isTextual() && text.length() == written.length() ? value : TextNode.valueOf(text);
    }
}
