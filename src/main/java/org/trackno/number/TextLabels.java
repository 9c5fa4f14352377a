package org.trackno.number;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a text calls a number: the words right before it. An order number is hardly ever a tracking number, however it looks,
 * and what is called a tracking number hardly ever anything else.
 */
final class TextLabels {
    /** So many characters before a number are read. */
    private static final int REACH = 48;

    /** What may stand between the label and the number. */
    private static final String BETWEEN =
            "s?[\\s\"'>-]*((n[or°º]|num(mer|ber|ero)?|número|numéro|id|code|is|ist|est|es|lautet)[\\s:#.=\"'>-]+){0,3}[\\s:#.=\"'>-]*$";

    private static final Pattern TRACKING =
            Pattern.compile("(tracking|track ?& ?trace|waybill|awb|shipment|consignment|parcel|package"
                    + "|sendungs?(verfolgungs)?(nummer|nr\\.?|-nr\\.?)?|paket(nummer|schein)?|suivi|colis|envío|envio|seguimiento|spedizione"
                    + "|rastreio|rastreamento|zending|paczk[ai]|przesyłk[ai]|zásilk[ay]|forsendelse|sändning|lähetys|kolli)"
                    + BETWEEN);

    private static final Pattern OTHER =
            Pattern.compile("(order|purchase order|\\bpo|invoice|customer|account|member|client|reference|\\bref"
                    + "|ticket|case|phone|\\btel|telephone|mobile|\\bfax|\\bvat|\\biban|\\bisbn|\\bsku|article|item|product|total|price|amount"
                    + "|bestell(ung|nummer|nr)?|auftrag(s-?nummer|snr)?|rechnung(s-?nummer|snr)?|kunden(nummer|nr)?|telefon|artikel(nummer)?"
                    + "|commande|facture|téléphone|pedido|factura|fattura|ordine|cliente|zamówieni[ae]|objednávk[ay]|[€$£]|\\beur|\\busd|\\bgbp)"
                    + BETWEEN);

    private TextLabels() {}

    /** What a number is called. */
    enum Label {
        TRACKING,
        OTHER,
        NONE
    }

    /** The label of what begins there. */
    static Label before(String text, int start) {
        String words = text.substring(Math.max(0, start - REACH), start).toLowerCase(Locale.ROOT);
        if (TRACKING.matcher(words).find()) {
            return Label.TRACKING;
        }
        return OTHER.matcher(words).find() ? Label.OTHER : Label.NONE;
    }
}
