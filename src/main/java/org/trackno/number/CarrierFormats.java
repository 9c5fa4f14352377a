package org.trackno.number;

import java.util.List;
import org.trackno.model.Carrier;

public record CarrierFormats(Carrier carrier, List<NumberFormat> formats) {}
