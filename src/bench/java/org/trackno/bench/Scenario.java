package org.trackno.bench;

import java.util.List;

/** One thing that is measured, selectable by its name. */
interface Scenario {
    /** What it found out. */
    List<Figure> run(Lab lab) throws Exception;
}
