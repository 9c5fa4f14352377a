package org.trackno.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trackno.geography.Coordinates;
import org.trackno.geography.Outlines;
import org.trackno.geography.Town;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The map is light, shows every town, and never runs the long way round the earth. */
class MapDrawingTest {
    private static final Outlines COUNTRIES = Outlines.load();
    private static final int MOST_BYTES = 30_000;

    private static final Town JENA = new Town("Jena", "DE", new Coordinates(50.93, 11.59));
    private static final Town PASSAU = new Town("Passau", "DE", new Coordinates(48.57, 13.46));
    private static final Town SHENZHEN = new Town("Shenzhen", "CN", new Coordinates(22.55, 114.07));
    private static final Town ANCHORAGE = new Town("Anchorage", "US", new Coordinates(61.22, -149.9));
    private static final Town LOUISVILLE = new Town("Louisville", "US", new Coordinates(38.25, -85.76));
    private static final Town SYDNEY = new Town("Sydney", "AU", new Coordinates(-33.87, 151.21));
    private static final Town LONDON = new Town("London", "GB", new Coordinates(51.51, -0.13));

    static Stream<List<Town>> ways() {
        return Stream.of(
                List.of(JENA, PASSAU),
                List.of(JENA, PASSAU, JENA),
                List.of(SHENZHEN, ANCHORAGE, LOUISVILLE),
                List.of(SYDNEY, LONDON, LOUISVILLE),
                List.of(LONDON, SHENZHEN, SYDNEY));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void is_light_and_shows_every_town(List<Town> way) throws Exception {
        String drawing = MapDrawing.of(new RouteMap(way, List.of()), COUNTRIES, MapDrawing.Colours.LIGHT);
        NodeList dots = parse(drawing).getElementsByTagName("circle");

        assertThat(drawing.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
        assertThat(drawing).doesNotContain("style", "script", "href");
        assertThat(path(drawing).length()).as("land").isGreaterThan(200);
        assertThat(dots.getLength()).isEqualTo(way.size() + 1);
        assertThat(IntStream.range(0, dots.getLength()).mapToObj(i -> (Element) dots.item(i)))
                .allSatisfy(dot -> {
                    assertThat(Integer.parseInt(dot.getAttribute("cx"))).isBetween(0, MapProjection.WIDTH);
                    assertThat(Integer.parseInt(dot.getAttribute("cy"))).isBetween(0, MapProjection.HEIGHT);
                });
    }

    @Test
    void crosses_the_pacific_and_not_the_world() {
        MapProjection projection = MapProjection.of(List.of(SHENZHEN.at(), ANCHORAGE.at(), LOUISVILLE.at()));

        assertThat(projection.x(projection.longitude(1))).isGreaterThan(projection.x(projection.longitude(0)));
        assertThat(projection.x(projection.longitude(2))).isGreaterThan(projection.x(projection.longitude(1)));
        assertThat(projection.easternmost() - projection.westernmost()).isLessThan(250);
    }

    @Test
    void a_name_is_text_whatever_it_holds() throws Exception {
        Town odd = new Town("<script>&\"", "DE", new Coordinates(50, 10));

        Document drawing =
                parse(MapDrawing.of(new RouteMap(List.of(odd, PASSAU), List.of()), COUNTRIES, MapDrawing.Colours.DARK));

        assertThat(drawing.getElementsByTagName("script").getLength()).isZero();
        assertThat(drawing.getElementsByTagName("text").getLength()).isEqualTo(2);
    }

    private static String path(String drawing) throws Exception {
        return ((Element) parse(drawing).getElementsByTagName("path").item(0)).getAttribute("d");
    }

    private static Document parse(String drawing) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(drawing.getBytes(StandardCharsets.UTF_8)));
    }
}
