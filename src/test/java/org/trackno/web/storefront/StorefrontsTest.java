package org.trackno.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trackno.sandbox.SandboxStorefront;
import org.trackno.web.storefront.Storefront.Link;

/** What an operator may say about storefronts, and what is said to an operator who says something else. */
class StorefrontsTest {
    @TempDir
    Path folder;

    @Test
    void without_settings_there_are_none() {
        assertThat(storefronts(Map.of()).all()).isEmpty();
        assertThat(storefronts(Map.of()).meant(null)).isEmpty();
    }

    @Test
    void everything_can_come_from_environment_variables() {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "TRACKNO_STOREFRONTS", "my-shop",
                                "TRACKNO_STOREFRONTS_MY_SHOP_ORIGINS", "https://shop.example, https://*.shop.example",
                                "TRACKNO_STOREFRONTS_MY_SHOP_COLOURS_DARK_ACCENT", "#ffc0cb",
                                "TRACKNO_STOREFRONTS_MY_SHOP_LINKS_CONTACT", "mailto:help@shop.example",
                                "TRACKNO_STOREFRONTS_MY_SHOP_TEXTS_DE_NOTE", "Fragen?"),
                        300))
                .build();

        Storefront shop = new Storefronts(config).find("my-shop").orElseThrow();

        assertThat(shop.name()).isEqualTo("my-shop");
        assertThat(shop.origins()).extracting(Origin::toString).contains("https://*.shop.example");
        assertThat(shop.links()).containsEntry(Link.CONTACT, "mailto:help@shop.example");
        assertThat(shop.notes()).containsEntry("de", "Fragen?");
        assertThat(shop.pageStyle().orElseThrow()).contains("--accent:#ffc0cb", "--accent:#0f6b50");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example,      https://shop.example,          true",
        "https://shop.example,      https://shop.example:8443,     false",
        "https://shop.example,      http://shop.example,           false",
        "https://shop.example,      https://evil.example,          false",
        "https://shop.example,      https://shop.example.evil.net, false",
        "https://shop.example,      https://www.shop.example,      false",
        "https://SHOP.example:443,  https://shop.example,          true",
        "https://*.shop.example,    https://www.shop.example,      true",
        "https://*.shop.example,    https://a.b.shop.example,      true",
        "https://*.shop.example,    https://shop.example,          false",
        "https://*.shop.example,    https://evilshop.example,      false",
        "http://localhost:*,        http://localhost:8000,         true",
        "http://localhost:*,        http://localhost,              true",
        "http://localhost:*,        http://localhost.evil.net,     false",
        "http://[::1]:8000,         http://[::1]:8000,             true",
        "https://bücher.example,    https://xn--bcher-kva.example, true",
        "https://shop.example,      null,                          false",
        "https://*.shop.example,    https://*.shop.example,        false",
    })
    void an_origin_admits_itself_and_nobody_like_it(String configured, String asking, boolean admitted) {
        assertThat(Origin.parse(configured).matches(asking)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "origins          | https://shop.example/         | An origin is scheme, host and perhaps port",
                "origins          | shop.example                  | An origin is scheme, host and perhaps port",
                "origins          | *                             | An origin is scheme, host and perhaps port",
                "origins          | https://*                     | An origin is scheme, host and perhaps port",
                "origins          | https://a.example; script-src * | An origin is scheme, host and perhaps port",
                "colours.accent   | red                           | A colour is written as #rrggbb",
                "colours.accent   | #0f6b50;}                     | A colour is written as #rrggbb",
                "colours.accent   | #ffcc00                       | to be read by everybody it needs 4.5",
                "colours.background | #444444                     | to be read by everybody it needs 4.5",
                "logo             | nowhere/logo.svg              | There is no file",
                "links.contact    | javascript:alert(1)           | A link is a whole address",
                "links.contact    | help                          | A link is a whole address",
                "colors.accent    | #0f6b50                       | is no setting",
                "texts.xx.note    | Hello                         | is no setting",
            })
    void what_is_wrong_is_said_with_the_propertys_name(String name, String value, String why) {
        String property = "trackno.storefronts.shop." + name;

        assertThatThrownBy(() -> storefronts(Map.of("trackno.storefronts", "shop", property, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name.startsWith("colours.") ? "trackno.storefronts.shop.colours" : property)
                .hasMessageContaining(why);
    }

    @Test
    void a_storefront_that_is_not_listed_is_a_mistake() {
        assertThatThrownBy(() -> storefronts(Map.of("trackno.storefronts.shop.origins", "https://shop.example")))
                .hasMessageContaining("trackno.storefronts.shop.origins is no setting");
        assertThatThrownBy(() -> storefronts(Map.of("trackno.storefronts", "My Shop")))
                .hasMessageContaining("lower-case letters, digits and hyphens");
    }

    @Test
    void a_logo_is_a_picture_with_a_size() throws IOException {
        Path svg = Files.writeString(
                folder.resolve("logo.svg"), "<?xml version='1.0'?><svg viewBox='0 0 80 20' xmlns='x'></svg>");
        Path text = Files.writeString(folder.resolve("logo.png"), "no picture");
        Path sizeless = Files.writeString(folder.resolve("sizeless.svg"), "<svg xmlns='x'></svg>");

        Logo logo = Logo.read(svg.toString());

        assertThat(logo.width()).isEqualTo(80);
        assertThat(logo.height()).isEqualTo(20);
        assertThat(logo.mediaType()).isEqualTo("image/svg+xml");
        assertThatThrownBy(() -> Logo.read(text.toString())).hasMessageContaining("SVG, PNG, JPEG or GIF");
        assertThatThrownBy(() -> Logo.read(sizeless.toString())).hasMessageContaining("viewBox");
    }

    @Test
    void without_a_name_the_origin_tells_which_one_or_there_is_only_one() {
        Storefronts one = storefronts(
                Map.of("trackno.storefronts", "shop", "trackno.storefronts.shop.origins", "https://shop.example"));
        Storefronts two = storefronts(Map.of(
                "trackno.storefronts", "shop,other",
                "trackno.storefronts.shop.origins", "https://shop.example",
                "trackno.storefronts.other.origins", "https://other.example"));

        assertThat(one.meant("")).map(Storefront::id).contains("shop");
        assertThat(two.meant("")).isEmpty();
        assertThat(two.admitting("", "https://other.example"))
                .map(Storefront::id)
                .contains("other");
        assertThat(two.admitting("shop", "https://other.example")).isEmpty();
        assertThat(two.admitting(null, "https://evil.example")).isEmpty();
    }

    @Test
    void the_storefront_of_the_sandbox_gives_way_to_those_that_are_set_up() {
        Config nothing = new SmallRyeConfigBuilder().build();
        Config one = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("trackno.storefronts", "shop"), "test", 100))
                .build();

        assertThat(storefronts(SandboxStorefront.properties(nothing)).admitting("demo", "http://localhost:8000"))
                .isPresent();
        assertThat(SandboxStorefront.properties(one)).isEmpty();
    }

    @Test
    void an_accent_for_the_light_gets_one_for_the_dark_that_can_be_read() {
        Storefront shop = storefronts(
                        Map.of("trackno.storefronts", "shop", "trackno.storefronts.shop.colours.accent", "#1a237e"))
                .find("shop")
                .orElseThrow();

        String dark = shop.embeddedStyle().replaceAll(".*--brand-accent-dark:(#[0-9a-f]{6}).*", "$1");
        assertThat(Colour.parse(dark).contrast(Colour.parse("#181f1c"))).isGreaterThanOrEqualTo(4.5);
    }

    private static Storefronts storefronts(Map<String, String> properties) {
        return new Storefronts(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(new HashMap<>(properties), "test", 100))
                .build());
    }
}
