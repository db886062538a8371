package io.switchboard.tryton.fake;

/**
 * What a field leads to.
 *
 * @param model the other model
 * @param by the field of the other model that leads back here; empty text: this field holds ids itself
 */
public record FakeRelation(String model, String by) {
    /** A field that holds an id, or a list of such. */
    public static FakeRelation to(String model) {
        return new FakeRelation(model, "");
    }

    /** A field that lists whoever refers to this. */
    public static FakeRelation from(String model, String by) {
        return new FakeRelation(model, by);
    }
}
