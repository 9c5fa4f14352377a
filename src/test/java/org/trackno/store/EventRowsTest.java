package org.trackno.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trackno.model.Place;

/** What makes a report the same report. */
class EventRowsTest {
    @Test
    void a_place_counts_as_it_always_did() {
        Place depot = new Place("Depot 7", "Lyon", null, "69007", "FR", 45.75, -4.5);

        assertThat(EventRows.identity(depot))
                .isEqualTo(
                        "Place[name=Depot 7, locality=Lyon, region=null, postalCode=69007, country=FR, latitude=45.75, longitude=-4.5]")
                .isEqualTo(depot.toString());
        assertThat(EventRows.identity(Place.NOWHERE)).isEqualTo(Place.NOWHERE.toString());
    }
}
