package org.trackno.api;

/** Examples in the contract at {@code /openapi}, of made-up parcels. */
final class Examples {
    /** A parcel on the vehicle, as everybody sees it. */
    static final String SNAPSHOT =
            """
            {"trackingNumber": "RB417526304GB", "carrier": {"id": "royal-mail", "name": "Royal Mail"},
             "stage": "OUT_FOR_DELIVERY", "eventType": "out_for_delivery", "title": "Out for delivery",
             "service": "Royal Mail Tracked 48", "origin": null,
             "destination": {"name": null, "locality": null, "region": null, "postalCode": null, "country": "GB",
                             "latitude": null, "longitude": null},
             "problem": null,
             "estimate": {"from": "2026-03-04T09:00:00+00:00", "to": "2026-03-04T12:00:00+00:00", "basis": "CARRIER"},
             "deliveredAt": null, "proofOfDelivery": null,
             "events": [{"at": {"local": "2026-03-04T07:12:00", "offset": "+00:00", "zoneBasis": "STATED",
                                "instant": "2026-03-04T07:12:00Z"},
                         "stage": "OUT_FOR_DELIVERY", "type": "out_for_delivery", "title": "Out for delivery",
                         "description": null, "code": "EVGPD",
                         "place": {"name": null, "locality": "Carlisle DO", "region": null, "postalCode": null,
                                   "country": "GB", "latitude": null, "longitude": null},
                         "withdrawn": false}],
             "journey": [],
             "freshness": {"state": "FRESH", "checkedAt": "2026-03-04T07:30:00Z",
                           "carrierReportedAt": "2026-03-04T07:12:00Z", "nextCheckAt": "2026-03-04T07:35:00Z",
                           "reason": null},
             "links": {"carrierPage": "https://www.royalmail.com/track-your-item#/tracking-results/RB417526304GB",
                       "self": "/v1/track/RB417526304GB?carrier=royal-mail"}}
            """;

    /** A number its carrier does not know. */
    static final String NOT_FOUND =
            """
            {"type": "/problems/parcel-not-found", "title": "The carrier does not know this parcel (yet)", "status": 404,
             "detail": "There is nothing under this number at Royal Mail. A new parcel can take a day to appear.",
             "trackingNumber": "RB417526304GB", "carrier": {"id": "royal-mail", "name": "Royal Mail"},
             "nextCheckAt": "2026-03-04T07:40:00Z"}
            """;

    private Examples() {}
}
