/**
 * Countries and areas by their two letters of ISO 3166-1, with the English names under which documents print them:
 * first the short name, then the official one, other usual forms, former names and abbreviations.
 *
 * Written by hand for this project from general knowledge of ISO 3166-1 (2020, with later changes of names) and of the
 * United Nations' terminology; the letters are facts, no list was copied. Names are compared without regard to case,
 * accents and punctuation, except those of capitals only ("US"), which must be printed so.
 * No statement on the status of any territory is meant.
 */
export const countryNames = `
AD Andorra|Principality of Andorra
AE United Arab Emirates|The United Arab Emirates|UAE|U.A.E.|Emirates
AF Afghanistan|Islamic Republic of Afghanistan|Islamic Emirate of Afghanistan
AG Antigua and Barbuda|Antigua & Barbuda
AI Anguilla
AL Albania|Republic of Albania
AM Armenia|Republic of Armenia
AO Angola|Republic of Angola
AQ Antarctica
AR Argentina|Argentine Republic
AS American Samoa
AT Austria|Republic of Austria
AU Australia|Commonwealth of Australia
AW Aruba
AX Åland Islands|Aland
AZ Azerbaijan|Republic of Azerbaijan|Azerbaijani Republic
BA Bosnia and Herzegovina|Bosnia & Herzegovina|Bosnia-Herzegovina
BB Barbados
BD Bangladesh|People's Republic of Bangladesh
BE Belgium|Kingdom of Belgium
BF Burkina Faso
BG Bulgaria|Republic of Bulgaria
BH Bahrain|Kingdom of Bahrain
BI Burundi|Republic of Burundi
BJ Benin|Republic of Benin
BL Saint Barthélemy
BM Bermuda
BN Brunei Darussalam|Brunei|Negara Brunei Darussalam
BO Bolivia|Plurinational State of Bolivia|Bolivia (Plurinational State of)
BQ Bonaire, Sint Eustatius and Saba|Caribbean Netherlands
BR Brazil|Federative Republic of Brazil
BS Bahamas|The Bahamas|Commonwealth of the Bahamas
BT Bhutan|Kingdom of Bhutan
BV Bouvet Island
BW Botswana|Republic of Botswana
BY Belarus|Republic of Belarus
BZ Belize
CA Canada
CC Cocos (Keeling) Islands|Cocos Islands|Keeling Islands
CD Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|D.R. Congo|Congo (Democratic Republic of the)|Congo, Democratic Republic of the|DRC
CF Central African Republic
CG Congo|Republic of the Congo|Congo (Brazzaville)|Congo Brazzaville
CH Switzerland|Swiss Confederation|Confederation of Switzerland
CI Côte d'Ivoire|Ivory Coast|Republic of Côte d'Ivoire
CK Cook Islands
CL Chile|Republic of Chile
CM Cameroon|Republic of Cameroon
CN China|People's Republic of China|P.R. China|P. R. China|PR China|P.R. of China|Mainland China|PRC
CO Colombia|Republic of Colombia
CR Costa Rica|Republic of Costa Rica
CU Cuba|Republic of Cuba
CV Cabo Verde|Cape Verde|Republic of Cabo Verde
CW Curaçao
CX Christmas Island
CY Cyprus|Republic of Cyprus
CZ Czechia|Czech Republic|The Czech Republic
DE Germany|Federal Republic of Germany
DJ Djibouti|Republic of Djibouti
DK Denmark|Kingdom of Denmark
DM Dominica|Commonwealth of Dominica
DO Dominican Republic
DZ Algeria|People's Democratic Republic of Algeria
EC Ecuador|Republic of Ecuador
EE Estonia|Republic of Estonia
EG Egypt|Arab Republic of Egypt
EH Western Sahara
ER Eritrea|State of Eritrea
ES Spain|Kingdom of Spain
ET Ethiopia|Federal Democratic Republic of Ethiopia
FI Finland|Republic of Finland
FJ Fiji|Republic of Fiji|Republic of the Fiji Islands|Fiji Islands
FK Falkland Islands (Malvinas)|Falkland Islands
FM Micronesia|Federated States of Micronesia|Micronesia (Federated States of)|Micronesia, Federated States of|F.S. Micronesia|FSM
FO Faroe Islands|Faeroe Islands
FR France|French Republic
GA Gabon|Gabonese Republic
GB United Kingdom|United Kingdom of Great Britain and Northern Ireland|Great Britain|Northern Ireland|UK|U.K.
GD Grenada
GE Georgia|Republic of Georgia
GF French Guiana
GG Guernsey
GH Ghana|Republic of Ghana
GI Gibraltar
GL Greenland
GM Gambia|The Gambia|Republic of the Gambia
GN Guinea|Republic of Guinea
GP Guadeloupe
GQ Equatorial Guinea|Republic of Equatorial Guinea
GR Greece|Hellenic Republic
GS South Georgia and the South Sandwich Islands
GT Guatemala|Republic of Guatemala
GU Guam
GW Guinea-Bissau|Republic of Guinea-Bissau
GY Guyana|Co-operative Republic of Guyana
HK Hong Kong|Hong Kong, China|Hong Kong SAR|China, Hong Kong|China, Hong Kong SAR|Hong Kong Special Administrative Region|China, Hong Kong Special Administrative Region|Hong Kong (China)
HM Heard Island and McDonald Islands
HN Honduras|Republic of Honduras
HR Croatia|Republic of Croatia
HT Haiti|Republic of Haiti
HU Hungary
ID Indonesia|Republic of Indonesia
IE Ireland|Republic of Ireland
IL Israel|State of Israel
IM Isle of Man
IN India|Republic of India
IO British Indian Ocean Territory
IQ Iraq|Republic of Iraq
IR Iran|Islamic Republic of Iran|Iran (Islamic Republic of)|Iran, Islamic Republic of|I.R. Iran|I. R. Iran|I.R. of Iran|IR Iran
IS Iceland|Republic of Iceland
IT Italy|Italian Republic
JE Jersey
JM Jamaica
JO Jordan|Hashemite Kingdom of Jordan
JP Japan
KE Kenya|Republic of Kenya
KG Kyrgyzstan|Kyrgyz Republic
KH Cambodia|Kingdom of Cambodia
KI Kiribati|Republic of Kiribati
KM Comoros|Union of the Comoros
KN Saint Kitts and Nevis|St. Kitts and Nevis|St Kitts & Nevis
KP Democratic People's Republic of Korea|Korea (Democratic People's Republic of)|Korea, Democratic People's Republic of|D.P.R. Korea|DPR Korea|North Korea|DPRK|D.P.R.K.
KR Republic of Korea|Korea (Republic of)|Korea, Republic of|Rep. of Korea|Korea (Rep. of)|R.O. Korea|South Korea|Korea|ROK|R.O.K.
KW Kuwait|State of Kuwait
KY Cayman Islands
KZ Kazakhstan|Republic of Kazakhstan
LA Lao People's Democratic Republic|Lao PDR|Lao P.D.R.|Lao P. D. R.|Lao|Laos
LB Lebanon|Lebanese Republic
LC Saint Lucia|St. Lucia
LI Liechtenstein|Principality of Liechtenstein
LK Sri Lanka|Democratic Socialist Republic of Sri Lanka
LR Liberia|Republic of Liberia
LS Lesotho|Kingdom of Lesotho
LT Lithuania|Republic of Lithuania
LU Luxembourg|Grand Duchy of Luxembourg
LV Latvia|Republic of Latvia
LY Libya|State of Libya
MA Morocco|Kingdom of Morocco
MC Monaco|Principality of Monaco
MD Moldova|Republic of Moldova|Moldova (Republic of)|Moldova, Republic of
ME Montenegro
MF Saint Martin (French part)
MG Madagascar|Republic of Madagascar
MH Marshall Islands|Republic of the Marshall Islands|RMI
MK North Macedonia|Republic of North Macedonia|The former Yugoslav Republic of Macedonia|FYR Macedonia|TFYR Macedonia
ML Mali|Republic of Mali
MM Myanmar|Republic of the Union of Myanmar|Union of Myanmar|Burma
MN Mongolia
MO Macao|Macau|Macao, China|Macau, China|Macao SAR|Macau SAR|China, Macao|China, Macao SAR|Macao Special Administrative Region|China, Macao Special Administrative Region|Macao (China)
MP Northern Mariana Islands|Commonwealth of the Northern Mariana Islands|CNMI
MQ Martinique
MR Mauritania|Islamic Republic of Mauritania
MS Montserrat
MT Malta|Republic of Malta
MU Mauritius|Republic of Mauritius
MV Maldives|Republic of Maldives|Republic of the Maldives
MW Malawi|Republic of Malawi
MX Mexico|United Mexican States
MY Malaysia
MZ Mozambique|Republic of Mozambique
NA Namibia|Republic of Namibia
NC New Caledonia
NE Niger|Republic of the Niger|The Niger
NF Norfolk Island
NG Nigeria|Federal Republic of Nigeria
NI Nicaragua|Republic of Nicaragua
NL Netherlands|Kingdom of the Netherlands|The Netherlands|Holland
NO Norway|Kingdom of Norway
NP Nepal|Federal Democratic Republic of Nepal
NR Nauru|Republic of Nauru
NU Niue
NZ New Zealand|Aotearoa New Zealand
OM Oman|Sultanate of Oman
PA Panama|Republic of Panama
PE Peru|Republic of Peru
PF French Polynesia
PG Papua New Guinea|Independent State of Papua New Guinea|PNG|P.N.G.
PH Philippines|Republic of the Philippines|The Philippines
PK Pakistan|Islamic Republic of Pakistan
PL Poland|Republic of Poland
PM Saint Pierre and Miquelon
PN Pitcairn|Pitcairn Islands
PR Puerto Rico
PS State of Palestine|Palestine|Occupied Palestinian Territory|Palestine, State of
PT Portugal|Portuguese Republic
PW Palau|Republic of Palau
PY Paraguay|Republic of Paraguay
QA Qatar|State of Qatar
RE Réunion
RO Romania
RS Serbia|Republic of Serbia
RU Russian Federation|Russia|The Russian Federation
RW Rwanda|Republic of Rwanda
SA Saudi Arabia|Kingdom of Saudi Arabia|KSA
SB Solomon Islands
SC Seychelles|Republic of Seychelles
SD Sudan|Republic of the Sudan|The Sudan
SE Sweden|Kingdom of Sweden
SG Singapore|Republic of Singapore
SH Saint Helena, Ascension and Tristan da Cunha|Saint Helena
SI Slovenia|Republic of Slovenia
SJ Svalbard and Jan Mayen
SK Slovakia|Slovak Republic
SL Sierra Leone|Republic of Sierra Leone
SM San Marino|Republic of San Marino
SN Senegal|Republic of Senegal
SO Somalia|Federal Republic of Somalia
SR Suriname|Republic of Suriname
SS South Sudan|Republic of South Sudan
ST Sao Tome and Principe|São Tomé and Príncipe
SV El Salvador|Republic of El Salvador
SX Sint Maarten
SY Syrian Arab Republic|Syria
SZ Eswatini|Kingdom of Eswatini|Swaziland
TC Turks and Caicos Islands
TD Chad|Republic of Chad
TF French Southern Territories
TG Togo|Togolese Republic
TH Thailand|Kingdom of Thailand
TJ Tajikistan|Republic of Tajikistan
TK Tokelau
TL Timor-Leste|Democratic Republic of Timor-Leste|East Timor
TM Turkmenistan
TN Tunisia|Republic of Tunisia
TO Tonga|Kingdom of Tonga
TR Türkiye|Turkey|Republic of Türkiye|Republic of Turkey
TT Trinidad and Tobago|Trinidad & Tobago|Republic of Trinidad and Tobago
TV Tuvalu
TW Taiwan|Taiwan, Province of China|Chinese Taipei|Taiwan, China
TZ United Republic of Tanzania|Tanzania|Tanzania (United Republic of)|Tanzania, United Republic of
UA Ukraine
UG Uganda|Republic of Uganda
UM United States Minor Outlying Islands
US United States of America|United States|The United States|USA|U.S.A.|US|U.S.
UY Uruguay|Eastern Republic of Uruguay
UZ Uzbekistan|Republic of Uzbekistan
VA Holy See|Vatican City State|Vatican
VC Saint Vincent and the Grenadines|St. Vincent and the Grenadines
VE Venezuela|Bolivarian Republic of Venezuela|Venezuela (Bolivarian Republic of)|Venezuela, Bolivarian Republic of
VG British Virgin Islands|Virgin Islands (British)
VI United States Virgin Islands|US Virgin Islands|Virgin Islands (U.S.)
VN Viet Nam|Vietnam|Socialist Republic of Viet Nam|Socialist Republic of Vietnam
VU Vanuatu|Republic of Vanuatu
WF Wallis and Futuna|Wallis and Futuna Islands
WS Samoa|Independent State of Samoa|Western Samoa
YE Yemen|Republic of Yemen
YT Mayotte
ZA South Africa|Republic of South Africa|RSA
ZM Zambia|Republic of Zambia
ZW Zimbabwe|Republic of Zimbabwe
`;
