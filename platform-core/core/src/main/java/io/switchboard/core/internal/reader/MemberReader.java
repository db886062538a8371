package io.switchboard.core.internal.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Owner;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.internal.bind.Shape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;

/** Reads one component of a record. */
final class MemberReader {
    private final TypeReader types;
    private final Mistakes mistakes;
    private final Use use;
    private final boolean top;

    MemberReader(TypeReader types, Mistakes mistakes, Use use, boolean top) {
        this.types = types;
        this.mistakes = mistakes;
        this.use = use;
        this.top = top;
    }

    Member read(RecordComponent component, String parentName) {
        Type declared = component.getGenericType();
        boolean optional = component.getType() == Optional.class;
        Type type = optional && declared instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[0]
                : declared;
        int mistakesBefore = mistakes.count();
        boolean customer = component.isAnnotationPresent(CustomerId.class);
        boolean key = top && (customer || use.keys().contains(component.getName()));
        Constraints constraints = Constraints.of(component, key);
        ValueType valueType = types.value(type, component, constraints, parentName, use);
        constraints.check(component, mistakes);
        Member member = new Member(
                component.getName(),
                valueType,
                optional,
                TypeReader.text(component),
                mistakes.count() == mistakesBefore ? example(component, valueType, type) : "",
                sensitive(component),
                component.isAnnotationPresent(Untrusted.class),
                customer,
                component.isAnnotationPresent(Owner.class));
        check(component, member);
        return member;
    }

    private static Optional<DataClass> sensitive(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Sensitive.class)).map(Sensitive::value);
    }

    private String example(RecordComponent component, ValueType type, Type javaType) {
        Example example = component.getAnnotation(Example.class);
        if (example == null) {
            return "";
        }
        try {
            JsonNode json = Examples.json(type, example.value());
            if (Shape.fits(type, javaType, json)) {
                return json.toString();
            }
            mistakes.add(Places.of(component), "@Example \"" + example.value() + "\" is not a value it takes");
        } catch (JsonProcessingException e) {
            mistakes.add(Places.of(component), "@Example is not JSON, as a value of its type has to be");
        }
        return "";
    }

    private void check(RecordComponent component, Member member) {
        String place = Places.of(component);
        if (!member.name().matches("[a-z][A-Za-z0-9]{0,39}")) {
            mistakes.add(place, "the name is not [a-z][A-Za-z0-9]*, at most 40 characters");
        }
        Describe describe = component.getAnnotation(Describe.class);
        if (describe != null && (describe.en().isBlank() || describe.zh().isBlank())) {
            mistakes.add(place, "@Describe needs both languages");
        }
        if (member.customerId()) {
            checkCustomerId(place, member);
        }
        if (member.owner()) {
            checkOwner(place, member);
        }
        if (member.untrusted() && !isTextual(member.type())) {
            mistakes.add(place, "@Untrusted is for texts, and lists and maps of texts");
        }
    }

    private void checkCustomerId(String place, Member member) {
        if (use.side() != Side.INPUT || !top) {
            mistakes.add(
                    place,
                    "@CustomerId stands at the top of an input, and this is in " + use.words()
                            + (use.side() == Side.INPUT ? "" : "; give that a record of its own, with @Owner"));
        }
        if (isNotText(member)) {
            mistakes.add(place, "@CustomerId is a String, and not optional");
        }
        if (member.sensitive().isPresent()) {
            mistakes.add(
                    place, "@CustomerId is not @Sensitive: it stands in paths and records, and names nobody by itself");
        }
    }

    private void checkOwner(String place, Member member) {
        if (use.side() != Side.RESULT) {
            mistakes.add(
                    place,
                    "@Owner stands in a result, and this is in " + use.words()
                            + "; give that a record of its own, with @CustomerId");
        }
        if (isNotText(member)) {
            mistakes.add(place, "@Owner is a String, and not optional");
        }
    }

    private static boolean isNotText(Member member) {
        return member.optional() || !(member.type() instanceof ValueType.TextType);
    }

    private static boolean isTextual(ValueType type) {
        return type instanceof ValueType.TextType
                || (type instanceof ValueType.ListType list && isTextual(list.element()))
                || (type instanceof ValueType.MapType map && isTextual(map.value()));
    }
}
