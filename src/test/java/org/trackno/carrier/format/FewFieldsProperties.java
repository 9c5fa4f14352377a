package org.trackno.carrier.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Few fields are, and many become, what the JDK's map in order is. */
class FewFieldsProperties {
    @Property
    void isTheMapOfTheSameFields(
            @ForAll @Size(max = 3 * FewFields.MOST) List<@IntRange(max = 2 * FewFields.MOST) Integer> names) {
        FewFields fields = new FewFields();
        Map<String, JsonNode> expected = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = "field" + names.get(i);
            JsonNode value = IntNode.valueOf(i);
            assertThat(fields.put(name, value)).isEqualTo(expected.put(name, value));
            if (i % 5 == 4) {
                String other = "field" + names.get(i / 2);
                assertThat(fields.remove(other)).isEqualTo(expected.remove(other));
            }
        }

        assertThat(fields).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(expected).isEqualTo(fields);
        assertThat(fields.entrySet()).containsExactlyElementsOf(expected.entrySet());
        for (int i = 0; i <= 2 * FewFields.MOST; i++) {
            String name = "field" + i;
            assertThat(fields.get(name)).isEqualTo(expected.get(name));
            assertThat(fields.containsKey(name)).isEqualTo(expected.containsKey(name));
        }
    }

    @Property
    void makesObjectsThatEqualJacksonsOwn(@ForAll @Size(max = 2 * FewFields.MOST) List<Integer> names) {
        ObjectNode object = TreeNodes.FACTORY.objectNode();
        ObjectNode expected = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> {
            object.put("Aa" + name, name);
            expected.put("Aa" + name, name);
            object.put("BB" + name, true); // whose hash code is that of Aa
            expected.put("BB" + name, true);
        });

        assertThat(object).isEqualTo(expected);
        assertThat(object.deepCopy()).isEqualTo(expected);
        assertThat(object.toString()).isEqualTo(expected.toString());
    }
}
