<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>tuban</name>
    <message>
        <source>0 find out by comparing with the shapes, 1 m², 2 mu, 3 ha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A casebook belongs to one county and one work plan; the plan's dates, thresholds, categories and flags hold for everything in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A county's month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A geometry in the casebook was written by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A package to be checked too; empty: only the casebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table or layer, or the path of a CSV file in UTF-8 or GBK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrative code of the county, six digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error stops the submission, a warning has to be read. Military patches must not be in an ordinary package. Where a rule comes from the work plan, a standard or from practice is given with each finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to {file}. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach field photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Casebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks everything that has to be right before a month can be handed up.
Numbers, verdicts, flags, areas, shapes, texts and photos are checked by name; each finding says which parcel it is about and which rule it rests on. Nothing is changed, and errors do not make the algorithm fail: read their number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>County code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>County name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>County verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create casebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: from the file, or from zone prefix and magnitude of the coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding of the attributes, like GBK or UTF-8; empty: found from the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {seq} of the journal cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {seq} of the journal cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change is one event with who, when, old and new, chained to the one before by SHA-256. What cannot be explained by the journal is reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every patch of the four classes is checked on the ground by the county, and the photos are handed up with it. Photos keep their bytes: nothing is rotated, scaled or stamped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIELDS has to be pairs of a meaning and the name of a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds field photos by patch or parcel number and attaches them to the parcels.
A photo belongs to a parcel when its file or its folder is named after the patch or the parcel. The files are copied whole into a folder beside the casebook; their EXIF position, direction and time are recorded. Attaching the same photo again adds nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the photos (JPEG), searched with its subfolders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a technical standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the work plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hectares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not, one refused patch stops the import and nothing is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import issued patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the others when some are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued facts never change. All patches of a run are recorded in one transaction. A shape is repaired only where its area stays within the work plan's tolerance (0.01 m²); the rest is refused with row, number and reason. Areas are ellipsoidal (CGCS2000, TD/T 1055-2019).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a new, empty casebook for one county.
A casebook is one GeoPackage with the patches, the parcels, what was judged about them and a journal of every change. A file that is there already is never overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mineral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for the journal; empty: the user who is signed in on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the county, as the forms print it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcels in the package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches as issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches issued again with other content, not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches that were there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos that belong to a parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos that belong to no parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan file {file}, key {key}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan file {file}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proves that the casebook holds what its journal says.
Checks the chain of hashes, replays the journal from its first entry and compares the outcome with the tables. With a submission package, every member of it is compared with the manifest as well. The casebook is not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the patches that were issued and records them in the casebook.
Takes shapefiles (also zipped), GeoPackage, FileGDB, GeoJSON and boundary TXT. Encoding, coordinate system, area unit and the meaning of the fields are found from the file; where they cannot be known, the algorithm says what to set. Patches that are in the casebook already are left alone: the same ones are counted, and those that were issued again with another shape are listed, never overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record verdicts from a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records verdicts and flags that were written down in a table.
The table has one row per parcel with the columns 地块编号, 判定类型, 判定细类, 判断依据说明 and one column per flag (SFLZGD, SFDPF, SFWHZJ, SFJJXM, SFBZFA, SFYLFY) with 是, 否 or 不适用. Categories and subcategories are given by code or by name. Rows without a category are left alone. An unknown value stops everything, with the row's number, and nothing is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, number {number}: refused, {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that change nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows without a category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen in practice, not official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submission package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table {table}, {key}: the table differs from the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Python library {library} was loaded from {place} before Tuban started, and it is too old for Tuban. Deactivate the plugin that brings it, or update that plugin, and start QGIS again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The casebook was changed by another program. Open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The casebook was written by a newer Tuban (schema {version}, this one reads up to {known}). Update Tuban to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The casebook {path} cannot be written to. Is it read-only?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The casebook's GeoPackage file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The casebook's journal is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The county hands a month up by the day the work plan sets. Military patches are left out, and the package is refused if one would get in. The same casebook gives the same bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The county's verdict; those of the city and the final one stay as they are. All rows are recorded in one transaction, each with what stood there before. The six flags are mandatory where cultivated land is occupied illegally; “不适用” is not “否”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with {file} is full or failing. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file as it was issued; for a FileGDB, its folder or a zip of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} cannot be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} cannot be created: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The findings, by line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal has an entry of an unknown kind: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal's chain is broken at entry {seq}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map's coordinate system {crs} cannot show this patch. Choose another one for the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month to be cleared, like 2023-04; empty: as the file says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month to be handed up, like 2023-04.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new file; it must not exist yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter {name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no column {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The year's rules, by the name of their folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no casebook {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no work plan named “{plan}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a casebook of Tuban.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True when nothing was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuban</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuban (satellite law enforcement)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuban's default, not official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the issued area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify casebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the patches are about: 0 land, 1 mineral.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was noticed, by line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to put the package; its file name is set by the work plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to write the findings, as .xlsx for people or .json for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which field holds what, where the names are unusual: number, county_code, county_name, patch_class, change_type, before_date, after_date, issued_area, month or remark, each followed by the field's name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layer, where the file has several; empty: its only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the month's submission package: one zip with everything that is handed up.
It holds patches and parcels as shapefiles (GBK, EPSG:4490), the forms as Excel workbooks, the photos and a manifest with the SHA-256 of every member and of the journal's head. The checks run first; while an error stands nothing is written, and the errors are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a decimal number in quotes is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of zero or more is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object with keys is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it differs from the folder's name {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not among the codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not JSON: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {allowed} is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parcel {number} is in row {row} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code {code} is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “{name}” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parcel number is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no parcel {number} in the casebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two categories have the same key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be opened: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} exists already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged or not a casebook ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is neither UTF-8 nor GBK text. Save it as CSV UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written to {folder}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written: the folder {folder} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written: there is no space left in {folder}. Free some space or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written: {folder} does not allow it, or the file is open in another program. Close it or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: no parcel has this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {count} members agree with the manifest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: its geometry differs from the one recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one}
{other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} has changed since it was read; look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Set the parameter {name} to one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Set the parameter {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} has the casebook open on {host} since {since}. Close it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} on {host} has had {file} open since {since}; it can only be read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{code}” is not a county code. It has six digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{given}” is no answer to {flag} (是, 否, 不适用).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{given}” is not a category of the work plan ({known}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{given}” is not a subcategory of {category} ({known}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a month. Write it like 2023-04.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
