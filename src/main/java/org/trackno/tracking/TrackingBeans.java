package org.trackno.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.trackno.carrier.Catalogue;
import org.trackno.number.Recogniser;

/** The catalogue and its recogniser, once a process. They know no container, so they are made here. */
@ApplicationScoped
class TrackingBeans {
    @Produces
    @Singleton
    Catalogue catalogue() {
        return Catalogue.bundled();
    }

    @Produces
    @Singleton
    Recogniser recogniser(Catalogue catalogue) {
        return catalogue.recogniser();
    }
}
