package org.trackno.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Answers of UPS. */
public final class UpsAnswer {
    /** The destination postcode. */
    public static final String POSTCODE = "83702";

    /** The number under which USPS brings what was handed over. */
    public static final String USPS_NUMBER = "9261299010000000004173";

    private UpsAnswer() {}

    /** Handed to USPS, which has a number of its own for it. */
    public static String handedOver(String number, Instant at) {
        return """
                {"trackResponse": {"shipment": [{"inquiryNumber": "NUMBER", "package": [{
                  "trackingNumber": "NUMBER",
                  "alternateTrackingNumber": [{"number": "USPS", "type": "USPS_PIC"}],
                  "service": {"code": "YW", "description": "UPS SurePost"},
                  "activity": [
                    {"date": "DATE", "time": "091500",
                     "location": {"address": {"city": "Boise", "stateProvince": "ID", "countryCode": "US", "country": "US"}},
                     "status": {"type": "I", "code": "ZP", "statusCode": "074", "description": "With the partner"}}
                  ]}]}]}}
                """
                .replace("NUMBER", number)
                .replace("USPS\"", USPS_NUMBER + "\"")
                .replace("DATE", date(at));
    }

    /** Of a delivered parcel, full of what only the recipient may see. Everything private in it holds the word CANARY, but the postcode. */
    public static String delivered(String number, Instant at) {
        return """
                {"trackResponse": {"shipment": [{"inquiryNumber": "NUMBER", "package": [{
                  "trackingNumber": "NUMBER",
                  "service": {"code": "003", "description": "UPS Ground"},
                  "packageAddress": [
                    {"type": "ORIGIN", "name": "CANARY Shop", "address": {"city": "Reno", "stateProvince": "NV",
                     "postalCode": "89501", "countryCode": "US", "country": "US"}},
                    {"type": "DESTINATION", "name": "CANARY Person", "attentionName": "CANARY Person",
                     "address": {"addressLine1": "12 CANARY Road", "city": "CANARYVILLE", "stateProvince": "ID",
                     "postalCode": "83702", "countryCode": "US", "country": "US"}}],
                  "deliveryInformation": {"receivedBy": "CANARY SIGNER", "location": "CANARY porch",
                    "signature": {"image": "CANARYSIGNATURE"}, "deliveryPhoto": {"photo": "CANARYPHOTO"}},
                  "activity": [
                    {"date": "DATE", "time": "131500",
                     "location": {"address": {"city": "12 CANARY ROAD", "stateProvince": "ID", "postalCode": "83702",
                       "countryCode": "US", "country": "US"}, "slic": "8379"},
                     "status": {"type": "D", "code": "FS", "statusCode": "011", "description": "Left with CANARY Friend"}},
                    {"date": "DATE", "time": "120000",
                     "location": {"address": {"city": "Boise", "stateProvince": "ID", "countryCode": "US", "country": "US"}},
                     "status": {"type": "Q", "code": "ZZ", "statusCode": "CANARY CODE", "description": "Called CANARY Person"}},
                    {"date": "DATE", "time": "083100",
                     "location": {"address": {"city": "Boise", "stateProvince": "ID", "countryCode": "US", "country": "US"}},
                     "status": {"type": "I", "code": "OT", "statusCode": "021", "description": "Driver CANARY has it"}}
                  ]}]}]}}
                """
                .replace("NUMBER", number)
                .replace("DATE", date(at));
    }

    private static String date(Instant at) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(at.atZone(ZoneOffset.UTC).toLocalDate());
    }
}
