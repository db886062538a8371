package io.switchboard.core.internal.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.connector.DataClass;
import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.internal.reader.DescriptorReader;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What leaves of each type, by the role's treatment. */
class MaskingTest {
    private static BoundOperation operation() throws Exception {
        return DescriptorReader.read(Persons.class, false).operations().get(0);
    }

    private static MaskingProfile all(Treatment treatment, Treatment freeText) {
        Map<DataClass, Treatment> treatments = new EnumMap<>(DataClass.class);
        for (DataClass each : DataClass.values()) {
            treatments.put(each, each == DataClass.FREE_TEXT ? freeText : treatment);
        }
        return new MaskingProfile(treatments);
    }

    private static JsonNode written(MaskingProfile profile, StandIns standIns) throws Exception {
        ResultWriter writer = operation().writer(profile);
        return new ObjectMapper().readTree(Bound.written(out -> writer.write(Persons.LI, out, standIns)));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    @Test
    void showsAllToARoleThatSeesAll() throws Exception {
        JsonNode seen = written(all(Treatment.FULL, Treatment.FULL), StandIns.NONE);
        assertEquals(9, seen.size());
        assertEquals("打13800001003", seen.get("text").asText());
    }

    @Test
    void showsAPartOfTextsAndNothingOfTheRest() throws Exception {
        assertEquals(
                json("{'phone':'***1001','name':'李***','text':'打***1003','tags':['打***1004'],"
                        + "'more':{'打***1005':'打***1006'},'unmarked':'plain 13800001007'}"),
                written(all(Treatment.PARTIAL, Treatment.PARTIAL), StandIns.NONE));
    }

    @Test
    void givesHandlesInThePlaceOfTexts() throws Exception {
        assertTrue(operation().writer(all(Treatment.HANDLE, Treatment.PARTIAL)).givesHandles());
        assertFalse(
                operation().writer(all(Treatment.PARTIAL, Treatment.PARTIAL)).givesHandles());
        assertEquals(
                json("{'phone':'<13800001001>','name':'<李雷>','text':'打<13800001003>','tags':['打<13800001004>'],"
                        + "'more':{'打***':'打<13800001006>'},'unmarked':'plain 13800001007'}"),
                written(all(Treatment.HANDLE, Treatment.PARTIAL), (dataClass, value) -> "<" + value + ">"));
    }

    @Test
    void hidesWhereThereAreNoHandles() throws Exception {
        assertEquals(
                json("{'text':'打***','tags':['打***'],'more':{'打***':'打***'},'unmarked':'plain 13800001007'}"),
                written(all(Treatment.HANDLE, Treatment.PARTIAL), StandIns.NONE));
    }

    @Test
    void looksThroughWhatCustomersWroteForARoleThatIsNotNamed() throws Exception {
        assertEquals(
                json("{'tags':['打***'],'more':{'打***':'打***'},'unmarked':'plain 13800001007'}"),
                written(MaskingProfile.HIDE_ALL, StandIns.NONE));
    }

    @Test
    void namesAKeyOnceWhereWhatTellsItApartIsHidden() throws Exception {
        Persons.Person person = new Persons.Person(
                "",
                Optional.empty(),
                List.of(),
                Persons.LI.born(),
                Persons.LI.spent(),
                "",
                List.of(),
                Map.of("13800001005", "a", "13900002005", "a"),
                "");
        ResultWriter writer = operation().writer(MaskingProfile.HIDE_ALL);
        assertEquals(
                "{\"tags\":[],\"more\":{\"***\":\"a\"},\"unmarked\":\"\"}",
                Bound.written(out -> writer.write(person, out, StandIns.NONE)));
    }
}
