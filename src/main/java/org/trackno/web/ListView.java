package org.trackno.web;

import java.util.List;

/**
 * Many parcels.
 *
 * @param rows in the order of the question
 * @param progress how many have answered, in words
 * @param waiting whether some have not
 * @param rowsPath where the rows come as they are known
 * @param exportPath where the list is asked for as a file
 */
record ListView(List<Row> rows, String progress, boolean waiting, String rowsPath, String exportPath) {
    /**
     * A parcel in a line.
     *
     * @param id of the element
     * @param path of its page
     * @param carrier its name; blank when not known
     * @param state style class: waiting, plain, good, trouble, act, failed
     * @param bar the steps of its way, each as a style class; empty when nothing is known
     * @param what where it is, or why that is not known
     * @param when the date that matters; blank for none
     */
    record Row(
            String id,
            String number,
            String path,
            String carrier,
            String state,
            List<String> bar,
            String what,
            String when) {}
}
