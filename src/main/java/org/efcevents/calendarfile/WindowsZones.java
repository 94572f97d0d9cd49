package org.efcevents.calendarfile;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Time zones by the names that Windows gives them, as Unicode's CLDR maps them (windowsZones, territory 001). */
final class WindowsZones {

    private static final Map<String, String> ZONES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        String table =
                """
                Greenwich Standard Time=Atlantic/Reykjavik
                GMT Standard Time=Europe/London
                W. Europe Standard Time=Europe/Berlin
                Central Europe Standard Time=Europe/Budapest
                Romance Standard Time=Europe/Paris
                Central European Standard Time=Europe/Warsaw
                E. Europe Standard Time=Europe/Chisinau
                GTB Standard Time=Europe/Bucharest
                FLE Standard Time=Europe/Kiev
                Kaliningrad Standard Time=Europe/Kaliningrad
                Belarus Standard Time=Europe/Minsk
                Russian Standard Time=Europe/Moscow
                Russia Time Zone 3=Europe/Samara
                Saratov Standard Time=Europe/Saratov
                Volgograd Standard Time=Europe/Volgograd
                Astrakhan Standard Time=Europe/Astrakhan
                Turkey Standard Time=Europe/Istanbul
                Azores Standard Time=Atlantic/Azores
                Cape Verde Standard Time=Atlantic/Cape_Verde
                Greenland Standard Time=America/Godthab
                Morocco Standard Time=Africa/Casablanca
                W. Central Africa Standard Time=Africa/Lagos
                Libya Standard Time=Africa/Tripoli
                Egypt Standard Time=Africa/Cairo
                South Africa Standard Time=Africa/Johannesburg
                Namibia Standard Time=Africa/Windhoek
                Sudan Standard Time=Africa/Khartoum
                E. Africa Standard Time=Africa/Nairobi
                Jordan Standard Time=Asia/Amman
                Middle East Standard Time=Asia/Beirut
                Syria Standard Time=Asia/Damascus
                West Bank Standard Time=Asia/Hebron
                Israel Standard Time=Asia/Jerusalem
                Arabic Standard Time=Asia/Baghdad
                Arab Standard Time=Asia/Riyadh
                Iran Standard Time=Asia/Tehran
                Arabian Standard Time=Asia/Dubai
                Azerbaijan Standard Time=Asia/Baku
                Mauritius Standard Time=Indian/Mauritius
                Georgian Standard Time=Asia/Tbilisi
                Caucasus Standard Time=Asia/Yerevan
                Afghanistan Standard Time=Asia/Kabul
                West Asia Standard Time=Asia/Tashkent
                Ekaterinburg Standard Time=Asia/Yekaterinburg
                Pakistan Standard Time=Asia/Karachi
                India Standard Time=Asia/Calcutta
                Sri Lanka Standard Time=Asia/Colombo
                Nepal Standard Time=Asia/Katmandu
                Central Asia Standard Time=Asia/Almaty
                Bangladesh Standard Time=Asia/Dhaka
                Omsk Standard Time=Asia/Omsk
                Myanmar Standard Time=Asia/Rangoon
                SE Asia Standard Time=Asia/Bangkok
                N. Central Asia Standard Time=Asia/Novosibirsk
                North Asia Standard Time=Asia/Krasnoyarsk
                China Standard Time=Asia/Shanghai
                North Asia East Standard Time=Asia/Irkutsk
                Singapore Standard Time=Asia/Singapore
                W. Australia Standard Time=Australia/Perth
                Taipei Standard Time=Asia/Taipei
                Ulaanbaatar Standard Time=Asia/Ulaanbaatar
                Tokyo Standard Time=Asia/Tokyo
                Korea Standard Time=Asia/Seoul
                Yakutsk Standard Time=Asia/Yakutsk
                Cen. Australia Standard Time=Australia/Adelaide
                AUS Central Standard Time=Australia/Darwin
                E. Australia Standard Time=Australia/Brisbane
                AUS Eastern Standard Time=Australia/Sydney
                Tasmania Standard Time=Australia/Hobart
                Vladivostok Standard Time=Asia/Vladivostok
                New Zealand Standard Time=Pacific/Auckland
                Fiji Standard Time=Pacific/Fiji
                Hawaiian Standard Time=Pacific/Honolulu
                Alaskan Standard Time=America/Anchorage
                Pacific Standard Time=America/Los_Angeles
                US Mountain Standard Time=America/Phoenix
                Mountain Standard Time=America/Denver
                Central America Standard Time=America/Guatemala
                Central Standard Time=America/Chicago
                Central Standard Time (Mexico)=America/Mexico_City
                Canada Central Standard Time=America/Regina
                SA Pacific Standard Time=America/Bogota
                Eastern Standard Time=America/New_York
                US Eastern Standard Time=America/Indianapolis
                Venezuela Standard Time=America/Caracas
                Atlantic Standard Time=America/Halifax
                SA Western Standard Time=America/La_Paz
                Pacific SA Standard Time=America/Santiago
                Newfoundland Standard Time=America/St_Johns
                E. South America Standard Time=America/Sao_Paulo
                SA Eastern Standard Time=America/Cayenne
                Argentina Standard Time=America/Buenos_Aires
                Montevideo Standard Time=America/Montevideo
                UTC=UTC
                Coordinated Universal Time=UTC
                Greenwich Mean Time=UTC
                GMT=UTC
                CET=Europe/Paris
                MET=Europe/Paris
                WET=Europe/Lisbon
                EET=Europe/Athens
                EST5EDT=America/New_York
                CST6CDT=America/Chicago
                MST7MDT=America/Denver
                PST8PDT=America/Los_Angeles
                """;
        for (String line : table.split("\n")) {
            int equals = line.indexOf('=');
            ZONES.put(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    private WindowsZones() {}

    /** The IANA identifier of what a zone is called, also in summer; empty if Windows knows no such zone. */
    static Optional<String> named(String name) {
        String standard = name.strip().replaceFirst("(?i) (?:Daylight|Summer) Time$", " Standard Time");
        return Optional.ofNullable(ZONES.get(standard));
    }

    /** All identifiers, for tests. */
    static Iterable<String> identifiers() {
        return ZONES.values();
    }
}
