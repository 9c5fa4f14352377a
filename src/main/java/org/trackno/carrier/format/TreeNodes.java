package org.trackno.carrier.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes the nodes of answers, and of what mappings make of them: objects are {@link FewFields}. */
public final class TreeNodes extends JsonNodeFactory {
    /** The one. */
    public static final TreeNodes FACTORY = new TreeNodes();

    private static final long serialVersionUID = 1L;

    private TreeNodes() {}

    @Override
    public ObjectNode objectNode() {
        return new ObjectNode(this, new FewFields());
    }
}
