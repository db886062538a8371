package com.example.lockers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The system behind: what runs the lockers. It selects by the customer wherever it has one. Safe for use from many threads.
 *
 * <p>A real one asks a service over HTTP with the time that is left as its timeout, and tells it the correlation id of every write.
 */
interface LockerNetwork {
    /** A compartment's size. */
    enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    /** Where a parcel is on its way. */
    enum State {
        WAITING,
        COLLECTED,
        RETURNED
    }

    record Parcel(
            String id, String customerId, String locker, Size size, String sender, LocalDate until, boolean extended, State state) {
        Parcel until(LocalDate other) {
            return new Parcel(id, customerId, locker, size, sender, other, true, state);
        }

        Parcel at(String other) {
            return new Parcel(id, customerId, other, size, sender, until, extended, state);
        }

        Parcel in(State other) {
            return new Parcel(id, customerId, locker, size, sender, until, extended, other);
        }
    }

    record Site(String id, String city, String address, int free, boolean faulty) {}

    /** A customer's parcels, by id, behind the one of that id. */
    List<Parcel> parcels(String customerId, Optional<String> after, int most);

    Optional<Parcel> parcel(String customerId, String parcelId);

    /** Puts another state of a parcel in place of the one before; false where that is no longer so. */
    boolean replace(Parcel before, Parcel after, String correlationId);

    /** Whether a write of that correlation id was done. */
    boolean done(String correlationId);

    List<Site> sites(String city);

    Optional<Site> site(String siteId);

    /** Opens a compartment, once for a correlation id. */
    void open(String siteId, int compartment, String correlationId);

    /** Takes note that something is wrong with a site; the number of the note. */
    String report(String siteId, String text, String correlationId);
}
