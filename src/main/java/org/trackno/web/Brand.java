package org.trackno.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trackno.web.storefront.Logo;
import org.trackno.web.storefront.Storefront;
import org.trackno.web.storefront.Storefront.Link;

/**
 * A storefront around a page, in the page's language.
 *
 * @param name as people call it
 * @param style address of its colours; null for ours
 * @param picture its logo; null for its name alone
 * @param home where its name leads; null when it says nothing
 * @param greeting above the parcel; null for none in this language
 * @param note below the page; null for none in this language
 * @param links below the page
 */
record Brand(
        String name,
        @Nullable String style,
        @Nullable Picture picture,
        @Nullable String home,
        @Nullable String greeting,
        @Nullable String note,
        List<Labelled> links) {
    private static final int LOGO_HEIGHT = 40;
    private static final int LOGO_WIDTH = 200;

    /** A picture with the size it is shown in, so that nothing moves when it comes. */
    record Picture(String path, int width, int height) {
        static Picture of(String path, Logo logo) {
            double scale = Math.min((double) LOGO_HEIGHT / logo.height(), (double) LOGO_WIDTH / logo.width());
            return new Picture(path, size(logo.width() * scale), size(logo.height() * scale));
        }

        private static int size(double length) {
            return (int) Math.max(1, Math.round(length));
        }
    }

    /** A link with its words. */
    record Labelled(String path, String words) {}

    /** A storefront in a language. */
    static Brand of(Storefront storefront, StorefrontAssets assets, Language language) {
        Messages messages = Wording.in(language).messages();
        Logo logo = storefront.logo();
        return new Brand(
                storefront.name(),
                assets.style(storefront).orElse(null),
                logo == null
                        ? null
                        : assets.logo(storefront)
                                .map(path -> Picture.of(path, logo))
                                .orElse(null),
                storefront.links().get(Link.SHOP),
                storefront.greetings().get(language.code()),
                storefront.notes().get(language.code()),
                storefront.links().entrySet().stream()
                        .map(link -> new Labelled(link.getValue(), words(link.getKey(), messages)))
                        .toList());
    }

    private static String words(Link link, Messages messages) {
        return switch (link) {
            case SHOP -> messages.linkShop();
            case CONTACT -> messages.linkContact();
            case RETURNS -> messages.linkReturns();
            case PRIVACY -> messages.linkPrivacy();
            case IMPRINT -> messages.linkImprint();
        };
    }

    /** Its name in a parameter of an address. */
    static String parameter(String id) {
        return "storefront=" + id;
    }
}
