package org.trackno.number;

import java.util.List;

public final class Recogniser {
    public Recogniser(List<CarrierFormats> f) {}
}
