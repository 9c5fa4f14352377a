package org.trackno.web;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.trackno.geography.Outlines;
import org.trackno.geography.Town;

/** Draws the way of a parcel as SVG: countries, a line from town to town, their names. Needs no styles and no scripts. */
final class MapDrawing {
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();
    /** How far a line bends aside, of its length. */
    private static final double BEND = 0.1;

    private final XMLStreamWriter svg;
    private final Colours colours;
    private final MapProjection projection;
    private final List<Town> towns;

    private MapDrawing(XMLStreamWriter svg, Colours colours, List<Town> towns) {
        this.svg = svg;
        this.colours = colours;
        this.towns = towns;
        this.projection = MapProjection.of(towns.stream().map(Town::at).toList());
    }

    /** The colours of page.css, as far as a map has them. */
    enum Colours {
        LIGHT("#d5e4e8", "#f3f2ea", "#aab6ac", "#0f6b50", "#18211d"),
        DARK("#0b1314", "#28352f", "#4d5c54", "#66cfa8", "#e9eeeb");

        private final String sea;
        private final String land;
        private final String border;
        private final String way;
        private final String name;

        Colours(String sea, String land, String border, String way, String name) {
            this.sea = sea;
            this.land = land;
            this.border = border;
            this.way = way;
            this.name = name;
        }
    }

    /** The drawing of a way of two towns or more. */
    static String of(RouteMap route, Outlines countries, Colours colours) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter svg = WRITERS.createXMLStreamWriter(text);
            new MapDrawing(svg, colours, route.towns()).draw(countries);
            svg.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A map cannot be drawn", e);
        }
        return text.toString();
    }

    private void draw(Outlines countries) throws XMLStreamException {
        String box = "0 0 " + MapProjection.WIDTH + " " + MapProjection.HEIGHT;
        svg.writeStartElement("svg");
        svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
        attributes("viewBox", box, "font-family", "system-ui, sans-serif", "font-size", "" + MapLabels.SIZE);
        element("rect", "width", "100%", "height", "100%", "fill", colours.sea);
        String land = LandPath.of(countries, projection);
        element("path", "d", land, "fill", colours.land, "stroke", colours.border, "fill-rule", "evenodd");
        way();
        dots();
        svg.writeEndElement();
    }

    private void way() throws XMLStreamException {
        StringBuilder line = new StringBuilder("M" + x(0) + " " + y(0));
        for (int i = 1; i < towns.size(); i++) {
            double bendX = (x(i) + x(i - 1)) / 2.0 + BEND * (y(i) - y(i - 1));
            double bendY = (y(i) + y(i - 1)) / 2.0 - BEND * (x(i) - x(i - 1));
            line.append('Q').append(Math.round(bendX)).append(' ').append(Math.round(bendY));
            line.append(' ').append(x(i)).append(' ').append(y(i));
        }
        element("path", "d", line.toString(), "fill", "none", "stroke", colours.way, "stroke-width", "4");
    }

    /** The last town is where the parcel is, and is named before the others; then comes the first. */
    private void dots() throws XMLStreamException {
        int last = towns.size() - 1;
        for (int i = 0; i < last; i++) {
            circle(i, 7, colours.land, 4);
        }
        circle(last, 16, "none", 3);
        circle(last, 9, colours.way, 0);
        MapLabels labels = new MapLabels();
        IntStream.rangeClosed(0, last).forEach(i -> labels.dot(x(i), y(i)));
        List<Integer> order = new ArrayList<>(List.of(last, 0));
        IntStream.range(1, last).forEach(order::add);
        Set<Town> named = new HashSet<>();
        for (int i : order) {
            if (named.add(towns.get(i))) {
                name(labels.beside(x(i), y(i), towns.get(i).name()).orElse(null), i == last);
            }
        }
    }

    private void circle(int town, int radius, String fill, int stroke) throws XMLStreamException {
        element(
                "circle",
                "cx",
                "" + x(town),
                "cy",
                "" + y(town),
                "r",
                "" + radius,
                "fill",
                fill,
                "stroke",
                colours.way,
                "stroke-width",
                "" + stroke);
    }

    private void name(MapLabels.@org.jspecify.annotations.Nullable Label label, boolean last)
            throws XMLStreamException {
        if (label == null) {
            return;
        }
        svg.writeStartElement("text");
        attributes("x", "" + Math.round(label.x()), "y", "" + Math.round(label.y()), "text-anchor", label.anchor());
        attributes("fill", colours.name, "font-weight", last ? "700" : "500");
        attributes("stroke", colours.land, "stroke-width", "6", "stroke-linejoin", "round", "paint-order", "stroke");
        svg.writeCharacters(label.text());
        svg.writeEndElement();
    }

    private long x(int town) {
        return Math.round(projection.x(projection.longitude(town)));
    }

    private long y(int town) {
        return Math.round(projection.y(towns.get(town).at().latitude()));
    }

    private void element(String name, String... attributes) throws XMLStreamException {
        svg.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            svg.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
